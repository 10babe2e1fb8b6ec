import { en } from "./en/agency-calendar.ts";
import { id } from "./id/agency-calendar.ts";

export const agencyCalendar = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/work-calendar.ts";
import { id } from "./id/work-calendar.ts";

export const workCalendar = import.meta.env.LANGUAGE === "en" ? en : id;

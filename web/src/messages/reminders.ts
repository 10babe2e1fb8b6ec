import { en } from "./en/reminders.ts";
import { id } from "./id/reminders.ts";

export const reminders = import.meta.env.LANGUAGE === "en" ? en : id;

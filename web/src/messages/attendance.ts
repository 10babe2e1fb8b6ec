import { en } from "./en/attendance.ts";
import { id } from "./id/attendance.ts";

export const attendance = import.meta.env.LANGUAGE === "en" ? en : id;

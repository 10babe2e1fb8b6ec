import { en } from "./en/attendance-words.ts";
import { id } from "./id/attendance-words.ts";

export const attendanceWords = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/attendance-rules.ts";
import { id } from "./id/attendance-rules.ts";

export const rulesText = import.meta.env.LANGUAGE === "en" ? en : id;

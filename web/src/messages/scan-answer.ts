import { en } from "./en/scan-answer.ts";
import { id } from "./id/scan-answer.ts";

export const scanAnswer = import.meta.env.LANGUAGE === "en" ? en : id;

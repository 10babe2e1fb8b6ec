import { en } from "./en/kept-answer.ts";
import { id } from "./id/kept-answer.ts";

export const keptAnswer = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/desk.ts";
import { id } from "./id/desk.ts";

export const desk = import.meta.env.LANGUAGE === "en" ? en : id;

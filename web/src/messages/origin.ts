import { en } from "./en/origin.ts";
import { id } from "./id/origin.ts";

export const origin = import.meta.env.LANGUAGE === "en" ? en : id;

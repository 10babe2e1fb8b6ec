import { en } from "./en/print.ts";
import { id } from "./id/print.ts";

export const print = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/marked.ts";
import { id } from "./id/marked.ts";

export const marked = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/operator-pages.ts";
import { id } from "./id/operator-pages.ts";

export const operatorPages = import.meta.env.LANGUAGE === "en" ? en : id;

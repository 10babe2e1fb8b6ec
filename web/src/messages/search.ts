import { en } from "./en/search.ts";
import { id } from "./id/search.ts";

export const search = import.meta.env.LANGUAGE === "en" ? en : id;

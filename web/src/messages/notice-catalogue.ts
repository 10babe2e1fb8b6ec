import { en } from "./en/notice-catalogue.ts";
import { id } from "./id/notice-catalogue.ts";

export const noticeCatalogue = import.meta.env.LANGUAGE === "en" ? en : id;

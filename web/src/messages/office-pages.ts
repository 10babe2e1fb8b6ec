import { en } from "./en/office-pages.ts";
import { id } from "./id/office-pages.ts";

export const officePages = import.meta.env.LANGUAGE === "en" ? en : id;

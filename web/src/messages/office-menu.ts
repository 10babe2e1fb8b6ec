import { en } from "./en/office-menu.ts";
import { id } from "./id/office-menu.ts";

export const officeMenu = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/export.ts";
import { id } from "./id/export.ts";

export const exportTexts = import.meta.env.LANGUAGE === "en" ? en : id;

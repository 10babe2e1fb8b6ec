import { en } from "./en/quality-names.ts";
import { id } from "./id/quality-names.ts";

export const qualityNames = import.meta.env.LANGUAGE === "en" ? en : id;

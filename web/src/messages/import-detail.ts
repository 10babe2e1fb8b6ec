import { en } from "./en/import-detail.ts";
import { id } from "./id/import-detail.ts";

export const importDetail = import.meta.env.LANGUAGE === "en" ? en : id;

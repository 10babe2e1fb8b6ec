import { en } from "./en/download.ts";
import { id } from "./id/download.ts";

export const download = import.meta.env.LANGUAGE === "en" ? en : id;

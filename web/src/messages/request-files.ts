import { en } from "./en/request-files.ts";
import { id } from "./id/request-files.ts";

export const requestFiles = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/record-fields.ts";
import { id } from "./id/record-fields.ts";

export const recordFields = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/fields.ts";
import { id } from "./id/fields.ts";

export const fields = import.meta.env.LANGUAGE === "en" ? en : id;

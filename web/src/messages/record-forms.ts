import { en } from "./en/record-forms.ts";
import { id } from "./id/record-forms.ts";

export const recordForms = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/change-forms.ts";
import { id } from "./id/change-forms.ts";

export const changeForms = import.meta.env.LANGUAGE === "en" ? en : id;

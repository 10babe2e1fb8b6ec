import { en } from "./en/account-forms.ts";
import { id } from "./id/account-forms.ts";

export const accountForms = import.meta.env.LANGUAGE === "en" ? en : id;

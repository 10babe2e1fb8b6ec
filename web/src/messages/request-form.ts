import { en } from "./en/request-form.ts";
import { id } from "./id/request-form.ts";

export const requestForm = import.meta.env.LANGUAGE === "en" ? en : id;

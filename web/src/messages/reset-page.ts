import { en } from "./en/reset-page.ts";
import { id } from "./id/reset-page.ts";

export const resetPage = import.meta.env.LANGUAGE === "en" ? en : id;

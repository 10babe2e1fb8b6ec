import { en } from "./en/reset.ts";
import { id } from "./id/reset.ts";

export const reset = import.meta.env.LANGUAGE === "en" ? en : id;

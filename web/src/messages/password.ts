import { en } from "./en/password.ts";
import { id } from "./id/password.ts";

export const password = import.meta.env.LANGUAGE === "en" ? en : id;

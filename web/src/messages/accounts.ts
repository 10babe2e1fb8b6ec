import { en } from "./en/accounts.ts";
import { id } from "./id/accounts.ts";

export const accounts = import.meta.env.LANGUAGE === "en" ? en : id;

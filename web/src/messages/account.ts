import { en } from "./en/account.ts";
import { id } from "./id/account.ts";

export const account = import.meta.env.LANGUAGE === "en" ? en : id;

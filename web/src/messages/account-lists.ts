import { en } from "./en/account-lists.ts";
import { id } from "./id/account-lists.ts";

export const accountLists = import.meta.env.LANGUAGE === "en" ? en : id;

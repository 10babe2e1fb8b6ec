import { en } from "./en/account-events.ts";
import { id } from "./id/account-events.ts";

export const accountEvents = import.meta.env.LANGUAGE === "en" ? en : id;

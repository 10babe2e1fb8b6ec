import { en } from "./en/presence.ts";
import { id } from "./id/presence.ts";

export const presence = import.meta.env.LANGUAGE === "en" ? en : id;

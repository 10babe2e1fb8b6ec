import { en } from "./en/session.ts";
import { id } from "./id/session.ts";

export const session = import.meta.env.LANGUAGE === "en" ? en : id;

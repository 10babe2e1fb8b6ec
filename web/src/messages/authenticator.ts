import { en } from "./en/authenticator.ts";
import { id } from "./id/authenticator.ts";

export const authenticator = import.meta.env.LANGUAGE === "en" ? en : id;

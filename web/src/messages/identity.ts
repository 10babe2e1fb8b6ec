import { en } from "./en/identity.ts";
import { id } from "./id/identity.ts";

export const identity = import.meta.env.LANGUAGE === "en" ? en : id;

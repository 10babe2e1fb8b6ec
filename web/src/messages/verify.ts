import { en } from "./en/verify.ts";
import { id } from "./id/verify.ts";

export const verify = import.meta.env.LANGUAGE === "en" ? en : id;

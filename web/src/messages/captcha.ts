import { en } from "./en/captcha.ts";
import { id } from "./id/captcha.ts";

export const captcha = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/member.ts";
import { id } from "./id/member.ts";

export const member = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/login.ts";
import { id } from "./id/login.ts";

export const login = import.meta.env.LANGUAGE === "en" ? en : id;

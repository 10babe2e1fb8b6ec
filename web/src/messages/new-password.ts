import { en } from "./en/new-password.ts";
import { id } from "./id/new-password.ts";

export const newPassword = import.meta.env.LANGUAGE === "en" ? en : id;

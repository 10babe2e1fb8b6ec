import { en } from "./en/roles.ts";
import { id } from "./id/roles.ts";

export const roles = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/recovery.ts";
import { id } from "./id/recovery.ts";

export const recovery = import.meta.env.LANGUAGE === "en" ? en : id;

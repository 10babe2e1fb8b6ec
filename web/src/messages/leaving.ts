import { en } from "./en/leaving.ts";
import { id } from "./id/leaving.ts";

export const leaving = import.meta.env.LANGUAGE === "en" ? en : id;

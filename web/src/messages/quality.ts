import { en } from "./en/quality.ts";
import { id } from "./id/quality.ts";

export const quality = import.meta.env.LANGUAGE === "en" ? en : id;

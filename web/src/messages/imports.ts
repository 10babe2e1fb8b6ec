import { en } from "./en/imports.ts";
import { id } from "./id/imports.ts";

export const imports = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/studio-fixes.ts";
import { id } from "./id/studio-fixes.ts";

export const studioFixes = import.meta.env.LANGUAGE === "en" ? en : id;

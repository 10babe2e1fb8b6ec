import { en } from "./en/units.ts";
import { id } from "./id/units.ts";

export const units = import.meta.env.LANGUAGE === "en" ? en : id;

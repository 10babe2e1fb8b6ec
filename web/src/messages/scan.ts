import { en } from "./en/scan.ts";
import { id } from "./id/scan.ts";

export const scan = import.meta.env.LANGUAGE === "en" ? en : id;

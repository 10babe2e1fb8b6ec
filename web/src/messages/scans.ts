import { en } from "./en/scans.ts";
import { id } from "./id/scans.ts";

export const scans = import.meta.env.LANGUAGE === "en" ? en : id;

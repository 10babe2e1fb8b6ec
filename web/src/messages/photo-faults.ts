import { en } from "./en/photo-faults.ts";
import { id } from "./id/photo-faults.ts";

export const photoFaults = import.meta.env.LANGUAGE === "en" ? en : id;

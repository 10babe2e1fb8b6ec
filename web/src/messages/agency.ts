import { en } from "./en/agency.ts";
import { id } from "./id/agency.ts";

export const agency = import.meta.env.LANGUAGE === "en" ? en : id;

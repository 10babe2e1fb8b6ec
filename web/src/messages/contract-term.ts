import { en } from "./en/contract-term.ts";
import { id } from "./id/contract-term.ts";

export const contractTerm = import.meta.env.LANGUAGE === "en" ? en : id;

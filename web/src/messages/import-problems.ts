import { en } from "./en/import-problems.ts";
import { id } from "./id/import-problems.ts";

export const importProblems = import.meta.env.LANGUAGE === "en" ? en : id;

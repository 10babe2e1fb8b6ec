import { en } from "./en/decrees.ts";
import { id } from "./id/decrees.ts";

export const decrees = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/operator.ts";
import { id } from "./id/operator.ts";

export const operator = import.meta.env.LANGUAGE === "en" ? en : id;

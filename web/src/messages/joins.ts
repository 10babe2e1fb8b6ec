import { en } from "./en/joins.ts";
import { id } from "./id/joins.ts";

export const joins = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/freeze.ts";
import { id } from "./id/freeze.ts";

export const freeze = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/home.ts";
import { id } from "./id/home.ts";

export const home = import.meta.env.LANGUAGE === "en" ? en : id;

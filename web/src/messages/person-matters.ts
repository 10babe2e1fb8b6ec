import { en } from "./en/person-matters.ts";
import { id } from "./id/person-matters.ts";

export const personMatters = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/not-found.ts";
import { id } from "./id/not-found.ts";

export const notFound = import.meta.env.LANGUAGE === "en" ? en : id;

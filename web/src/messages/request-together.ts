import { en } from "./en/request-together.ts";
import { id } from "./id/request-together.ts";

export const requestTogether = import.meta.env.LANGUAGE === "en" ? en : id;

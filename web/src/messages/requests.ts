import { en } from "./en/requests.ts";
import { id } from "./id/requests.ts";

export const requests = import.meta.env.LANGUAGE === "en" ? en : id;

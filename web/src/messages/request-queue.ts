import { en } from "./en/request-queue.ts";
import { id } from "./id/request-queue.ts";

export const requestQueue = import.meta.env.LANGUAGE === "en" ? en : id;

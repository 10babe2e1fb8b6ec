import { en } from "./en/ended-requests.ts";
import { id } from "./id/ended-requests.ts";

export const endedRequests = import.meta.env.LANGUAGE === "en" ? en : id;

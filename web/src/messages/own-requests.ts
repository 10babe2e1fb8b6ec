import { en } from "./en/own-requests.ts";
import { id } from "./id/own-requests.ts";

export const ownRequests = import.meta.env.LANGUAGE === "en" ? en : id;

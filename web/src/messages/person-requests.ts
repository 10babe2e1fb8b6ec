import { en } from "./en/person-requests.ts";
import { id } from "./id/person-requests.ts";

export const personRequests = import.meta.env.LANGUAGE === "en" ? en : id;

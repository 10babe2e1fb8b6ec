import { en } from "./en/contact-requests.ts";
import { id } from "./id/contact-requests.ts";

export const contactRequests = import.meta.env.LANGUAGE === "en" ? en : id;

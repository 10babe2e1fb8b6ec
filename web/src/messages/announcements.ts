import { en } from "./en/announcements.ts";
import { id } from "./id/announcements.ts";

export const announcements = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/leave-words.ts";
import { id } from "./id/leave-words.ts";

export const leaveWords = import.meta.env.LANGUAGE === "en" ? en : id;

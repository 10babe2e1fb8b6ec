import { en } from "./en/letter-profile.ts";
import { id } from "./id/letter-profile.ts";

export const letterProfile = import.meta.env.LANGUAGE === "en" ? en : id;

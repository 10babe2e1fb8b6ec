import { en } from "./en/letter-signing.ts";
import { id } from "./id/letter-signing.ts";

export const letterSigning = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/own-nip.ts";
import { id } from "./id/own-nip.ts";

export const ownNip = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/own-reasons.ts";
import { id } from "./id/own-reasons.ts";

export const ownReasons = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/verify-result.ts";
import { id } from "./id/verify-result.ts";

export const verifyResult = import.meta.env.LANGUAGE === "en" ? en : id;

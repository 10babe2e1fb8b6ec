import { en } from "./en/proof-revocation.ts";
import { id } from "./id/proof-revocation.ts";

export const proofRevocation = import.meta.env.LANGUAGE === "en" ? en : id;

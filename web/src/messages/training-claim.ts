import { en } from "./en/training-claim.ts";
import { id } from "./id/training-claim.ts";

export const trainingClaim = import.meta.env.LANGUAGE === "en" ? en : id;

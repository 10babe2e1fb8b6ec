import { en } from "./en/training-consent.ts";
import { id } from "./id/training-consent.ts";

export const trainingConsent = import.meta.env.LANGUAGE === "en" ? en : id;

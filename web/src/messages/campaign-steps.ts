import { en } from "./en/campaign-steps.ts";
import { id } from "./id/campaign-steps.ts";

export const campaignSteps = import.meta.env.LANGUAGE === "en" ? en : id;

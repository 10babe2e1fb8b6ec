import { en } from "./en/campaign-form.ts";
import { id } from "./id/campaign-form.ts";

export const campaignForm = import.meta.env.LANGUAGE === "en" ? en : id;

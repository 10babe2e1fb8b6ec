import { en } from "./en/campaigns.ts";
import { id } from "./id/campaigns.ts";

export const campaigns = import.meta.env.LANGUAGE === "en" ? en : id;

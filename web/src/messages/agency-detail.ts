import { en } from "./en/agency-detail.ts";
import { id } from "./id/agency-detail.ts";

export const agencyDetail = import.meta.env.LANGUAGE === "en" ? en : id;

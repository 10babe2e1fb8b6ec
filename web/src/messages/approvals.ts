import { en } from "./en/approvals.ts";
import { id } from "./id/approvals.ts";

export const approvals = import.meta.env.LANGUAGE === "en" ? en : id;

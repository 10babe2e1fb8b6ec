import { en } from "./en/account-approvals.ts";
import { id } from "./id/account-approvals.ts";

export const accountApprovals = import.meta.env.LANGUAGE === "en" ? en : id;

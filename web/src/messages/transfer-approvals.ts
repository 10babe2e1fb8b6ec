import { en } from "./en/transfer-approvals.ts";
import { id } from "./id/transfer-approvals.ts";

export const transferApprovals = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/import-approvals.ts";
import { id } from "./id/import-approvals.ts";

export const importApprovals = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/photo-approvals.ts";
import { id } from "./id/photo-approvals.ts";

export const photoApprovals = import.meta.env.LANGUAGE === "en" ? en : id;

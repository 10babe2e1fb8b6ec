import { en } from "./en/export-approval.ts";
import { id } from "./id/export-approval.ts";

export const exportApproval = import.meta.env.LANGUAGE === "en" ? en : id;

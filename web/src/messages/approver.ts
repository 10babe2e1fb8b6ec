import { en } from "./en/approver.ts";
import { id } from "./id/approver.ts";

export const approver = import.meta.env.LANGUAGE === "en" ? en : id;

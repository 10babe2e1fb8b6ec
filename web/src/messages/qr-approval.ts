import { en } from "./en/qr-approval.ts";
import { id } from "./id/qr-approval.ts";

export const qrApproval = import.meta.env.LANGUAGE === "en" ? en : id;

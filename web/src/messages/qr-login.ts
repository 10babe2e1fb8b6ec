import { en } from "./en/qr-login.ts";
import { id } from "./id/qr-login.ts";

export const qrLogin = import.meta.env.LANGUAGE === "en" ? en : id;

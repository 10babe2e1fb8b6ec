import { en } from "./en/own-qr.ts";
import { id } from "./id/own-qr.ts";

export const ownQr = import.meta.env.LANGUAGE === "en" ? en : id;

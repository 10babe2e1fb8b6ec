import { en } from "./en/card-offline.ts";
import { id } from "./id/card-offline.ts";

export const cardOffline = import.meta.env.LANGUAGE === "en" ? en : id;

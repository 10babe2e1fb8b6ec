import { en } from "./en/transfers.ts";
import { id } from "./id/transfers.ts";

export const transfers = import.meta.env.LANGUAGE === "en" ? en : id;

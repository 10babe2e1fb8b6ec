import { en } from "./en/own-data.ts";
import { id } from "./id/own-data.ts";

export const ownData = import.meta.env.LANGUAGE === "en" ? en : id;

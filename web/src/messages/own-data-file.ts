import { en } from "./en/own-data-file.ts";
import { id } from "./id/own-data-file.ts";

export const ownDataFile = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/studio.ts";
import { id } from "./id/studio.ts";

export const studio = import.meta.env.LANGUAGE === "en" ? en : id;

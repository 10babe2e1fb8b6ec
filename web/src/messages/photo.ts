import { en } from "./en/photo.ts";
import { id } from "./id/photo.ts";

export const photo = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/announce.ts";
import { id } from "./id/announce.ts";

export const announce = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/activation.ts";
import { id } from "./id/activation.ts";

export const activation = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/training.ts";
import { id } from "./id/training.ts";

export const training = import.meta.env.LANGUAGE === "en" ? en : id;

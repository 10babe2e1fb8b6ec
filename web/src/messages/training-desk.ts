import { en } from "./en/training-desk.ts";
import { id } from "./id/training-desk.ts";

export const trainingDesk = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/clock.ts";
import { id } from "./id/clock.ts";

export const clock = import.meta.env.LANGUAGE === "en" ? en : id;

import { en } from "./en/gate.ts";
import { id } from "./id/gate.ts";

export const gateText = import.meta.env.LANGUAGE === "en" ? en : id;

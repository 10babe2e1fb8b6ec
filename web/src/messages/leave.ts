import { en } from "./en/leave.ts";
import { id } from "./id/leave.ts";

export const leave = import.meta.env.LANGUAGE === "en" ? en : id;

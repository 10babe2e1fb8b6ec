import { en } from "./en/attendance-machines.ts";
import { id } from "./id/attendance-machines.ts";

export const machinesText = import.meta.env.LANGUAGE === "en" ? en : id;

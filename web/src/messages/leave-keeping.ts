import { en } from "./en/leave-keeping.ts";
import { id } from "./id/leave-keeping.ts";

export const leaveKeeping = import.meta.env.LANGUAGE === "en" ? en : id;

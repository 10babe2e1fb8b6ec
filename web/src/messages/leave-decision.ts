import { en } from "./en/leave-decision.ts";
import { id } from "./id/leave-decision.ts";

export const leaveDecision = import.meta.env.LANGUAGE === "en" ? en : id;

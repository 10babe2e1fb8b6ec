import type { Approver } from "../id/approver.ts";

export const en: Approver = {
  approvedBy: "approved by",
  secondPerson: "a second person",
};

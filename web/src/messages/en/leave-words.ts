import type { LeaveWords } from "../id/leave-words.ts";

const named = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

export const en: LeaveWords = {
  title: "Leave",
  training: "Competence development",
  deciding: "Waiting for my decision",
  letters: "My letters",
  attendance: "My attendance",
  kinds: {
    tahunan: "Annual leave",
    besar: "Long leave",
    sakit: "Sick leave",
    melahirkan: "Maternity leave",
    "alasan-penting": "Leave for an important reason",
    cltn: "Unpaid leave (CLTN)",
  },
  verdicts: {
    approved: "Approved",
    changed: "Change",
    postponed: "Postponed",
    refused: "Not approved",
  },
  span: (from, to) => (from === to ? from : `${from} to ${to}`),
  days: (working, all) => `${named(working, "working day")} (${named(all, "calendar day")})`,
};

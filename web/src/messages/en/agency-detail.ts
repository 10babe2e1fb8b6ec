import type { AgencyDetail } from "../id/agency-detail.ts";

export const en: AgencyDetail = {
  names: "Name in the employees' records",
  never: "The agency's name has never changed, so nothing has to follow.",
  running: (seen, total) =>
    total === undefined
      ? "The new name is about to be written into the employees' records."
      : `The new name is being written into the employees' records: ${seen} of ${total} looked at.`,
  done: (n) => `Done: all employees' records were looked at, and ${n} of them changed.`,
  stopped: (n) =>
    `Stopped before its end: only ${n} employees' records were changed. An operator can begin it again.`,
  refused: (n) =>
    `${n} employees' records could not be read or changed, so they keep the old name. The people who run the system know.`,
  repeat: "Are there records with the old name?",
  repeatHint:
    "The agency's name is written again into the records that do not have it. Those that have it are left alone.",
  repeatSubmit: "Write the name once more",
  added: "The agency was added.",
};

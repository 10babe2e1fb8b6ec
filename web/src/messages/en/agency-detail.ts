import type { AgencyDetail } from "../id/agency-detail.ts";

export const en: AgencyDetail = {
  names: "Name and zone in the employees' records",
  never: "The agency's name and zone have never changed, so nothing has to follow.",
  running: (seen, total) =>
    total === undefined
      ? "The new name or zone is about to be written into the employees' records."
      : `The new name or zone is being written into the employees' records: ${seen} of ${total} looked at.`,
  done: (n) => `Done: all employees' records were looked at, and ${n} of them changed.`,
  stopped: (n) =>
    `Stopped before its end: only ${n} employees' records were changed. An operator can begin it again.`,
  refused: (n) =>
    `${n} employees' records could not be read or changed, so they keep the old name or zone. The people who run the system know.`,
  repeat: "Are there records with the old name or zone?",
  repeatHint:
    "The agency's name and zone are written again into the records that do not have them. Those that have them are left alone.",
  repeatSubmit: "Write name and zone once more",
  added: "The agency was added.",
};

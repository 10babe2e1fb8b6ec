import type { ImportDetail } from "../id/import-detail.ts";

export const en: ImportDetail = {
  toList: "To all imports",
  notices: {
    uploading:
      "The file has not arrived. Unless it is being sent in another tab, choose it again on the import page.",
    judging: "The file is being checked again and compared with the records.",
    refused: "Nothing of this file was read, and nothing has changed.",
    judged: "Nothing has been written. Look at the difference, then ask for it.",
    nothingNew: "Everybody who can be taken is there already with the same data. Nothing to apply.",
    tooOld: "This file cannot be asked for any more. Upload it again.",
    waiting: "Another penyetuju of your agency has to decide. Nothing has been written.",
    until: (time) => `This can be decided until ${time}.`,
    ended:
      "The request was refused, withdrawn, or ran out of time. Nothing was written. You can ask again.",
    stops: {
      asked: (time, by) =>
        by ? `${by} stopped it at ${time}.` : `An officer stopped it at ${time}.`,
      missing: (time) =>
        `It stopped by itself at ${time}: what was found in this file is gone, or is not what was approved.`,
      "given-up": (time) =>
        `It stopped by itself at ${time}: nothing moved for a day. The operators have been told.`,
    },
    stopped:
      "What was applied stays; the rest was not written. Upload the same file again to go on.",
    notMailed: "No mail was sent to the new people.",
    done: (people) => `Done: ${people} people applied.`,
    doneWithRefused: (people, refused) =>
      `Done: ${people} people applied, ${refused} not; the reasons are below.`,
  },
  toApprovals: "Open the approvals",
  counts: {
    new: "New",
    changed: "Changed",
    unchanged: "The same already",
    gone: "Not in the file",
    rowsWithErrors: "Rows with errors",
    warnings: "Warnings",
  },
  toReminders: "Remind those who have not activated",
  applied: (done, total) => `${done} of ${total} people applied so far.`,
  progress: "Applying",
  difference: "The difference from the records",
  parts: {
    new: "New",
    changed: "Changed",
    gone: "Not in the file",
  },
  onePart: (part, count) => `${part} (${count})`,
  partHints: {
    new: "People who are not registered. Their accounts come with them, and they activate them themselves.",
    changed:
      "People who are registered with other data. An empty cell in the file deletes nothing.",
    gone: "Active employees whose NIP is not in the file, by unit and name. An import does not change them; open each record and look.",
  },
  emptyPart: "Nobody.",
  people: { name: "Name", nip: "NIP", row: "Row", changes: "Fields" },
  toProblems: (n) => `See what is not taken, or to look at (${n})`,
  judgedProblems: "Not taken, or to look at",
  appliedProblems: "Not applied",
  fileInTheMaking: "The file back, with the column MASALAH, is being made.",
  file: "Download this file with a MASALAH column",
  ask: "Ask for it to be applied",
  askHint: "A second person approves the whole file once. Records change after that.",
  mode: "What is applied",
  modes: {
    all: "All or nothing",
    "good-rows": "Only the good rows",
  },
  allBlocked: (rows) =>
    `Cannot be chosen yet: ${rows} rows are still wrong. Mend the file and upload it again.`,
  goodRowsHint: (rows) => `${rows} wrong rows are left out and can be imported later.`,
  reasonHint: "For example “First data from SIASN, 1 December 2026”",
  stop: "Stop…",
  stopTitle: "Stop applying?",
  stopEffect: "People who are applied stay applied. The rest is not written.",
  stopNow: "Stop",
};

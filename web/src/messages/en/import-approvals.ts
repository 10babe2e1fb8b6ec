import type { ImportApprovals } from "../id/import-approvals.ts";

export const en: ImportApprovals = {
  subject: (fileName) => `Import “${fileName}”`,
  question: (subject) => `Approve ${subject}?`,
  effect:
    "The records are written in the background, a few at a time. An officer can stop it; what has been written stays.",
  title: "Import of records",
  rows: "Rows of the file",
  people: "People",
  counts: ({ added, changed, gone }) =>
    `${added} new, ${changed} changed, ${gone} no longer in the file (left alone)`,
  fields: "Fields that change (people)",
  nip: "An import never changes a NIP.",
  mode: "How",
  modes: {
    all: "all rows; there are no errors",
    "good-rows": (rows) => `the good rows only; ${rows} rows with errors are left out`,
  },
  warnings: "Warnings",
  digest: "Digest of the file (SHA-256)",
  look: "Look at the file and the difference",
  failures: {
    "import-has-errors": "Some rows still have errors. Mend the file, or take the good rows only.",
    "import-nothing-new": "Nothing in this file is new or changed.",
    "import-too-old": "This file is too old. Upload it again.",
    "import-asked": "This import has been asked for. Load the page again.",
  },
};

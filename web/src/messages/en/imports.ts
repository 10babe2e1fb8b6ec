import type { Imports } from "../id/imports.ts";

export const en: Imports = {
  lead: "Bring in employees from an Excel or CSV file, for example SIASN's export. The file is checked on this device first; nothing is sent yet.",
  choose: "Choose a file",
  chooseAnother: "Choose another file",
  chooseHint: "Excel (.xlsx) or CSV, at most 64 MB. You can also drop the file on this page.",
  reading: "Checking the file",
  read: (rows) => `${rows} rows read so far.`,
  unreadable:
    "The device does not give the content of this file. Close the program that has it open, then choose it again.",
  broken:
    "This file cannot be checked on this device. Save it again in Excel, then choose it again.",
  unsupported:
    "This browser is too old to open .xlsx files. The file will still be checked on the server after the upload.",
  result: "What the check found",
  refused: (sentence) => `This file cannot be read: ${sentence}`,
  facts: {
    rows: "Rows",
    people: "Can be taken",
    rowsWithErrors: "Rows with errors",
    warnings: "Warnings",
  },
  clean: "No errors. Nothing has been sent or written.",
  faulty: (rows) =>
    `${rows} rows cannot be taken yet. Mend them in the file and choose it again, or go on: later you choose all rows or only the good ones.`,
  nothingUsable: "Not one row can be taken. Mend the file, then choose it again.",
  problems: "What to mend or look at",
  columns: {
    row: "Row",
    column: "Column",
    problem: "Problem",
    value: "In the cell",
    example: "Right would be",
  },
  rowName: (row) => (row === 0 ? "File" : `Row ${row}`),
  severities: { error: "Error", warning: "Warning" },
  filter: "Show",
  everyCode: (count) => `All (${count})`,
  oneCode: (code, count) => `${code} (${count})`,
  shown: (first, last, total) => `${first} to ${last} of ${total}`,
  blank: "(empty)",
};

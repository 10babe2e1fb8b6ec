import type { EvidenceTexts } from "../id/evidence.ts";

export const en: EvidenceTexts = {
  label: "File of the decree or letter (PDF or JPG, at most 2 MB)",
  hint: "Leave it empty if there is none. It is uploaded as soon as it is chosen.",
  sending: (percent) => `Uploading… ${percent}%`,
  again: "The connection is lost. The upload is tried again by itself.",
  judging: "Checking the file…",
  attached: "The file is attached.",
  remove: "Remove the file",
  tooLarge: "The file is larger than 2 MB. Choose a smaller one.",
  empty: "This file is empty.",
  lost: "The file did not arrive. Check the connection, then choose it again.",
  refused: {
    "file-unknown": "What is in this file is neither PDF nor JPG, whatever its name.",
    "file-damaged":
      "This file is damaged or not complete. Save or scan it again, then choose it again.",
    "file-encrypted": "This PDF is locked. Save it without a password, then choose it again.",
    "file-too-many-pixels": "This picture is too large. Make it smaller, then choose it again.",
  },
  /** By its field. */
  problems: {
    "file-proof-ended": "was sent more than a day ago. Remove the file, and choose it again.",
  },
  open: "Download its file",
  notScanned: "Not scanned for viruses. The download is noted in the history.",
};

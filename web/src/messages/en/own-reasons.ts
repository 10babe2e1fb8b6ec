import type { OwnReasons } from "../id/own-reasons.ts";

export const en: OwnReasons = {
  mend: {
    bts: "Upload the right file, complete and readable, then send it again.",
    tms: "Read the officer's words. Ask again once the conditions are met.",
    duplicate: "See your other request for the same part.",
    unproven: "Read the officer's words. Ask again with evidence that shows it.",
    other: "Do as the officer says.",
  },
  asked: {
    bts: "Upload the right file, complete and readable, then send your answer.",
    tms: "Explain how the conditions are met, then send your answer.",
    duplicate: "Explain how it differs from your other request, then send your answer.",
    unproven: "Explain, and upload evidence that shows it, then send your answer.",
    other: "Answer the officer's question; change fields or files if asked to.",
  },
};

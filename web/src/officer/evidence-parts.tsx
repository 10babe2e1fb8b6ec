import { lazyPart } from "../lazy-page.ts";

/** Few changes name a file. */
export const EvidenceLink = lazyPart(() =>
  import("./evidence-link.tsx").then((part) => part.EvidenceLink),
);

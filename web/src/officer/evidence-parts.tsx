/** Most visits need neither. */
import { lazyPart } from "../lazy-page.ts";

export const EvidenceField = lazyPart(() =>
  import("./evidence-field.tsx").then((part) => part.EvidenceField),
);

export const EvidenceLink = lazyPart(() =>
  import("./evidence-link.tsx").then((part) => part.EvidenceLink),
);

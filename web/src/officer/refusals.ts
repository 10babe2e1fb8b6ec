/** Why a request of each kind is refused, and who reads the words: another kind is another entry. */
import {
  codesOfPapers,
  codesOfReports,
  codesOfWords,
  type ReasonCode,
} from "#shared/request/reason-codes.ts";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { suspectCards } from "../messages/suspect-cards.ts";

interface Refusal {
  /** The likeliest first: it is chosen until another one is. */
  readonly codes: readonly ReasonCode[];
  readonly title: string;
  readonly label: string;
  readonly hint: string;
}

const toItsPerson = {
  title: text.steps.reject,
  label: text.reason.reject,
  hint: text.reasonHint.reject,
};
const ofPapers: Refusal = { ...toItsPerson, codes: codesOfPapers };
/** What is asked in words alone. */
const ofWords: Refusal = { ...toItsPerson, codes: codesOfWords };

/** @param hasFiles whether it came with papers that can be wrong */
export function refusalOf(kind: OfficerRequest["kind"], hasFiles: boolean): Refusal {
  const refusal = refusals[kind];
  return refusal === ofPapers && !hasFiles ? ofWords : refusal;
}

const refusals: Readonly<Record<OfficerRequest["kind"], Refusal>> = {
  "data-change": ofPapers,
  "new-photo": ofPapers,
  "wrong-data": ofPapers,
  leave: ofPapers,
  "training-claim": ofPapers,
  contact: ofWords,
  letter: ofWords,
  attendance: ofWords,
  // A report by somebody else: its person is told nothing (decision 0087).
  "suspect-card": { ...suspectCards.refusal, codes: codesOfReports },
};

/** What an officer's page of a record is told of the person's card (decision 0059). Its words stand in the record beside it. */
import * as z from "zod";
import { cardAnswer } from "#shared/card/card-answer.ts";
import { versionOf } from "#shared/card/drawn-card.ts";
import type { ShownCard } from "#shared/card/show-card.ts";

const { status, startsOn, state, version, text, asOf } = cardAnswer.shape;
const { serial, issuedOn } = text.shape;

export const personCardAnswer = z.strictObject({
  ...{ status, startsOn, state, version, serial, issuedOn, asOf },
});
export type PersonCardAnswer = z.infer<typeof personCardAnswer>;

export function personCardAnswerOf(shown: ShownCard): PersonCardAnswer {
  const { serial, issuedOn } = shown.text;
  return {
    status: shown.status,
    ...(shown.startsOn && { startsOn: shown.startsOn }),
    state: shown.state,
    ...(shown.drawing && { version: versionOf(shown.drawing) }),
    ...(serial && { serial }),
    ...(issuedOn && { issuedOn }),
    asOf: shown.asOf.toISOString(),
  };
}

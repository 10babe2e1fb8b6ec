/**
 * The surat tugas by which people are called to a training (decision 0124). A letter's id says of which training it is: nothing else notes it, and
 * of two officers who begin one at once the second finds that it is there.
 */
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { Letter, LetterId } from "#shared/letter/letter.ts";
import { ruleOf } from "#shared/letter/letter-rules.ts";
import type { Letters } from "#shared/letter/letters.ts";
import { lineOf } from "#shared/letter/tell-letters.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { takesPart } from "./learner-result.ts";
import type { Register } from "./register-line.ts";
import type { OfferId } from "./training-offer.ts";
import type { Trainings } from "./trainings.ts";

/** Letters of one training, ended ones too; each looks for one more. */
const mostCalls = 12;

export interface CallPeople {
  readonly trainings: Pick<Trainings, "find">;
  readonly letters: Pick<Letters, "find">;
}

/** The n-th of a training, from 1. */
function callLetterId(offer: OfferId, place: number): LetterId {
  return `ltr_${offer.slice("trn_".length)}n${place}`;
}

/** Those of a training, the first one first. */
export async function callLetters(
  { letters }: Pick<CallPeople, "letters">,
  offer: OfferId,
): Promise<readonly Letter[]> {
  const found: Letter[] = [];
  while (found.length < mostCalls) {
    const next = await letters.find(callLetterId(offer, found.length + 1));
    if (!next) break;
    found.push(next);
  }
  return found;
}

/**
 * What the next one is called.
 * @throws NotFound when the own agency offers no such training; Conflict `record-changed` when nobody is called to it, or it has as many as it may
 */
export async function nextCallLetter(
  api: CallPeople,
  { by, offer: id }: { readonly by: Officer; readonly offer: OfferId },
): Promise<LetterId> {
  const offer = await api.trainings.find(wholeAgencyOf(by), id);
  if (!offer) throw new NotFound("No such training.");
  const { length } = await callLetters(api, id);
  if (offer.state !== "open" || length === mostCalls) throw new Conflict("record-changed");
  return callLetterId(id, length + 1);
}

/** Each letter as it is told, and those with a certain seat whom none of those that stand names. */
export function tellCalls(letters: readonly Letter[], { places }: Pick<Register, "places">) {
  const standing = letters.filter(({ state }) => state !== "cancelled" && state !== "withdrawn");
  const called = new Set<string>(standing.flatMap(({ words }) => words.people));
  const uncalled = places.filter((each) => takesPart(each) && !called.has(each.person));
  return {
    calls: letters.map((each) => ({ ...lineOf(each), people: each.words.people.length })),
    uncalled: uncalled.slice(0, ruleOf("people")).map(({ person }) => person),
  };
}

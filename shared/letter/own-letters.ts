/** The letters about a person, as this person has them: what is signed, and how far what they asked for is (decision 0119). */
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { aboutWhom, type Letter, type LetterId, letterId, letterStates } from "./letter.ts";
import { letterKinds } from "./letter-kinds.ts";
import type { Letters } from "./letters.ts";

const ownLetter = z.strictObject({
  id: letterId,
  kind: z.enum(letterKinds),
  hal: z.string(),
  state: z.enum(letterStates),
  /** ISO instant of the newest step. */
  since: z.string(),
  /** As printed, once it is signed. */
  number: z.string().exactOptional(),
  /** Why it was withdrawn or is not given. */
  reason: z.string().exactOptional(),
});
export type OwnLetter = z.infer<typeof ownLetter>;

export const ownLettersAnswer = z.strictObject({
  items: z.array(ownLetter).readonly(),
  hasOlder: z.literal(true).exactOptional(),
});

interface ReadOwnLetters {
  readonly letters: Pick<Letters, "about">;
}

const mostTold = 50;

/** The newest step first. What an officer has not finished is told only to who asked for it. */
export async function ownLetters(
  { letters }: ReadOwnLetters,
  person: EmployeeId,
): Promise<z.infer<typeof ownLettersAnswer>> {
  const found = await letters.about(person, mostTold + 1);
  return {
    items: found.slice(0, mostTold).filter(isTheirs).map(toldOwn),
    ...(found.length > mostTold && { hasOlder: true as const }),
  };
}

/** One that was signed. @throws NotFound */
export async function ownSignedLetter(
  { letters }: { readonly letters: Pick<Letters, "find"> },
  { person, id }: { readonly person: EmployeeId; readonly id: LetterId },
): Promise<Letter> {
  const found = await letters.find(id);
  if (!found?.face || aboutWhom(found.words) !== person) throw new NotFound("No such letter.");
  return found;
}

const isTheirs = ({ face, request }: Letter) => face !== undefined || request !== undefined;

function toldOwn({ id, words: { kind, hal }, state, steps, face }: Letter): OwnLetter {
  const last = steps.at(-1);
  const isOver = state === "withdrawn" || state === "cancelled";
  return {
    ...{ id, kind, hal, state, since: last?.at ?? "" },
    ...(face && { number: face.number }),
    ...(isOver && last?.reason !== undefined && { reason: last.reason }),
  };
}

/** Who acts in a letter's post signs it, or sends it back. */

import { keptReason } from "#shared/access/reason.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Posts } from "#shared/post/posts.ts";
import { Conflict, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { moveLetter, type WriteLetters } from "./draft-letter.ts";
import type { Letter, LetterId } from "./letter.ts";
import { faceOf, type LetterWorld, letterProblems, letterWorld } from "./letter-world.ts";
import { registerYear } from "./number-register.ts";
import { tellingPerson } from "./tell-of-letter.ts";

export interface SignLetters extends WriteLetters {
  readonly posts: WriteLetters["posts"] & Pick<Posts, "unchanged">;
}

interface Seen {
  readonly person: Employee;
  readonly id: LetterId;
  readonly revision: number;
}

/**
 * Fixes its number and what it says. Whoever acts in the post at this moment signs, whoever did when it was sent.
 * @throws NotFound for everybody else; InvalidInput with all that is wrong by now; Conflict `letter-changed`; `letter-year-over` when its number
 * is of a year that is over: it goes back, and gets one of this year
 */
export async function signLetter(api: SignLetters, seen: Seen): Promise<Letter> {
  const { letter, world } = await waitingLetter(api, seen);
  const { number, instansiId, id } = letter;
  const isInserted = number?.inserted !== undefined;
  if (!number || (!isInserted && number.year !== registerYear(world.zone, world.now)))
    throw new Conflict("letter-year-over");
  const problems = letterProblems(letter.words, world);
  const face = faceOf(letter, world);
  if (problems.length > 0 || !face)
    throw new InvalidInput(
      ...problems,
      ...(face ? [] : [{ field: "post", code: "nobody-acts" } as const]),
    );
  const { day: _, ...place } = number;
  const entry = { ...place, instansiId, state: "fixed", letter: id } as const;
  const fixed = { ...entry, at: world.now.toISOString(), text: face.number, day: face.day };
  const post = world.posts.get(letter.words.post);
  const others = [
    api.registers.moving(fixed),
    ...(post ? [api.posts.unchanged(post)] : []),
    ...tellingPerson(api, letter, "letter-signed"),
  ];
  return await moveLetter(api, { ...letter, face }, "signed", actor(seen), others);
}

/** Its officer changes it and sends it again; it keeps its number. @throws as signLetter; InvalidInput on `reason` */
export async function returnLetter(
  api: SignLetters,
  { reason, ...seen }: Seen & { readonly reason: string },
): Promise<Letter> {
  const { letter } = await waitingLetter(api, seen);
  const said = { ...actor(seen), reason: keptReason(reason) };
  return await moveLetter(api, letter, "returned", said);
}

const actor = ({ person }: Seen) => ({ by: { employeeId: person.id } });

/** A letter that waits for somebody. @throws NotFound, Conflict `letter-changed` */
async function waitingLetter(
  api: SignLetters,
  { person, id, revision }: Seen,
): Promise<{ readonly letter: Letter; readonly world: LetterWorld }> {
  const letter = await api.letters.find(id);
  if (!letter) throw new NotFound("No such letter.");
  const world = await letterWorld(api, letter);
  if (world.acting?.person !== person.id) throw new NotFound("It waits for somebody else.");
  if (letter.revision !== revision || letter.state !== "waiting")
    throw new Conflict("letter-changed");
  return { letter, world };
}

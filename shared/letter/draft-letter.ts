/** How officers write letters and send them to who signs them. */
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { Conflict, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { type Letter, type LetterId, type LetterWords, mayGo } from "./letter.ts";
import { letterEntry, movedTo } from "./letter-entry.ts";
import {
  type LetterWorld,
  letterProblems,
  letterWorld,
  type ReadLetterWorld,
} from "./letter-world.ts";
import type { Letters, NumberRegisters, RegisterKey } from "./letters.ts";
import { insertionProblem, type Registered, registerYear } from "./number-register.ts";
import { tellingSigner } from "./tell-of-letter.ts";

export interface WriteLetters extends ReadLetterWorld {
  readonly letters: Pick<Letters, "find" | "save" | "telling">;
  readonly registers: NumberRegisters;
}

/** A letter as somebody saw it. */
export interface SeenLetter {
  readonly by: Officer;
  readonly id: LetterId;
  readonly revision: number;
}

/**
 * @param draft.id of a letter of which there is one; a new one otherwise
 * @throws NotFound for who reaches only units of the agency; Conflict `letter-changed` when one of this id is there
 */
export async function draftLetter(
  { letters, clock }: Pick<WriteLetters, "letters" | "clock">,
  {
    by,
    words,
    id = newId("ltr"),
  }: { readonly by: Officer; readonly words: LetterWords; readonly id?: LetterId | undefined },
): Promise<Letter> {
  const at = clock.now();
  const made: Letter = {
    ...{ id, instansiId: wholeAgencyOf(by), words, state: "draft", revision: 1 },
    steps: [{ to: "draft", by: by.employeeId, at: at.toISOString() }],
  };
  await letters.save(made, letterEntry(made));
  return made;
}

/** @throws NotFound, Conflict `letter-changed` */
export async function changeLetter(
  api: Pick<WriteLetters, "letters" | "clock">,
  { words, ...seen }: SeenLetter & { readonly words: LetterWords },
): Promise<Letter> {
  const found = await seenLetter(api, seen);
  const to = found.state === "returned" ? "returned" : "draft";
  return await moveLetter(api, { ...found, words }, to, { by: seen.by });
}

/**
 * Reserves its number, unless it has one of this year, and lets it wait for its signer.
 * @param seen.inserted for a forgotten letter: behind which number, and its day
 * @throws InvalidInput with all that is wrong; NotFound; Conflict `letter-changed`
 */
export async function sendLetter(
  api: WriteLetters,
  seen: SeenLetter & { readonly inserted?: { readonly after: number; readonly day: string } },
): Promise<Letter> {
  const found = await seenLetter(api, seen);
  if (!mayGo(found.state, "waiting")) throw new Conflict("letter-changed");
  const world = await letterWorld(api, found);
  const problems = letterProblems(found.words, world);
  if (problems.length > 0) throw new InvalidInput(...problems);
  const of = { instansiId: found.instansiId, year: registerYear(world.zone, world.now) };
  const told = tellingSigner(api, found, world.acting);
  if (found.number?.year === of.year)
    return await moveLetter(api, found, "waiting", { by: seen.by }, told);
  return seen.inserted
    ? await sendInserted(api, found, { ...seen.inserted, by: seen.by, world, told })
    : await sendNumbered(api, found, { by: seen.by, of, at: world.now, told });
}

interface Sending {
  readonly by: Officer;
  /** Whoever is to sign hears of it. */
  readonly told: readonly JoinedWrite[];
}

async function sendNumbered(
  api: WriteLetters,
  found: Letter,
  { by, of, at, told }: Sending & { readonly of: RegisterKey; readonly at: Date },
): Promise<Letter> {
  const { registers } = api;
  const urut = await registers.take(of, found.id);
  const entry: Registered = {
    ...{ ...of, urut, state: "reserved", letter: found.id, at: at.toISOString() },
  };
  const steps = [registers.entering(entry), ...lapsing(api, found), ...told];
  try {
    const number = { year: of.year, urut };
    return await moveLetter(api, { ...found, number }, "waiting", { by }, steps);
  } catch (error) {
    // Somebody was faster. Where the letter has the number, this changes nothing.
    if (error instanceof Conflict)
      await registers.voidTaken({ ...entry, state: "void", reason: lostReason });
    throw error;
  } finally {
    await registers.settle(of, found.id);
  }
}

const lostReason = "Surat berubah saat nomor dipesan.";
const lapsedReason = "Tahun berganti sebelum surat ditandatangani.";

/** A number of a year that is over goes back to nobody. */
function lapsing({ registers, clock }: WriteLetters, { id, instansiId, number }: Letter) {
  if (!number) return [];
  const at = clock.now().toISOString();
  const { day: _, ...place } = number;
  const entry = { ...place, instansiId, letter: id, at, reason: lapsedReason } as const;
  return [registers.moving({ ...entry, state: "void" })];
}

/** As many numbers before and behind are looked at for their days. */
const neighbours = 100;

async function sendInserted(
  api: WriteLetters,
  found: Letter,
  {
    after,
    day,
    by,
    world,
    told,
  }: Sending & {
    readonly after: number;
    readonly day: string;
    readonly world: LetterWorld;
  },
): Promise<Letter> {
  const { registers } = api;
  const of = { instansiId: found.instansiId, year: day.slice(0, 4) };
  const from = Math.max(1, after - neighbours);
  const register = await registers.read(of, { from, count: 2 * neighbours });
  const problem = insertionProblem(register, { after, day, today: world.day });
  if (problem)
    throw new InvalidInput({ field: problem.startsWith("day") ? "day" : "after", code: problem });
  const taken = register.entries.flatMap(({ urut, inserted = 0 }) =>
    urut === after ? [inserted] : [],
  );
  const place = { year: of.year, urut: after, inserted: Math.max(0, ...taken) + 1 };
  const at = world.now.toISOString();
  const entry = { ...of, ...place, state: "reserved", letter: found.id, at } as const;
  const steps = [registers.entering(entry), ...lapsing(api, found), ...told];
  return await moveLetter(api, { ...found, number: { ...place, day } }, "waiting", { by }, steps);
}

/** @throws NotFound; Conflict `letter-changed` */
export async function seenLetter(
  { letters }: { readonly letters: Pick<Letters, "find"> },
  { by, id, revision }: SeenLetter,
): Promise<Letter> {
  const instansiId = wholeAgencyOf(by);
  const found = await letters.find(id);
  if (found?.instansiId !== instansiId) throw new NotFound("No such letter.");
  if (found.revision !== revision) throw new Conflict("letter-changed");
  return found;
}

/** @param letter as it was, with what else changes of it @throws Conflict `letter-changed` when it may not go there */
export async function moveLetter(
  { letters, clock }: Pick<WriteLetters, "letters" | "clock">,
  letter: Letter,
  to: Letter["state"],
  { by, reason }: { readonly by: Pick<Officer, "employeeId">; readonly reason?: string },
  others: readonly JoinedWrite[] = [],
): Promise<Letter> {
  if (!mayGo(letter.state, to)) throw new Conflict("letter-changed");
  const said = { by: by.employeeId, at: clock.now(), ...(reason !== undefined && { reason }) };
  const next = movedTo(letter, to, said);
  await letters.save(next, letterEntry(next, letter.state), ...others);
  return next;
}

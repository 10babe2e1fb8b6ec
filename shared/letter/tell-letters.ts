/** Letters and their numbers as pages show them. */

import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Posts } from "#shared/post/posts.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import type { Letter, LetterFace, LetterId } from "./letter.ts";
import type { LetterAnswer } from "./letter-answers.ts";
import { profileEntry } from "./letter-entry.ts";
import { type LetterProfile, type ProfileDetails, profileFindings } from "./letter-profile.ts";
import { faceOf, letterWorld, type ReadLetterWorld } from "./letter-world.ts";
import type { LetterProfiles, Letters, NumberRegisters } from "./letters.ts";
import { reportOf } from "./number-register.ts";

/** A letter in a list. */
export function lineOf({ id, words: { kind, hal }, state, steps, face }: Letter) {
  const since = steps.at(-1)?.at ?? "";
  return { id, kind, hal, state, since, ...(face && { number: face.number }) };
}

/** With the names of who is in it and who did what. */
export async function tellLetter(api: ReadLetterWorld, letter: Letter): Promise<LetterAnswer> {
  const { revision, words, number: place, instansiId, steps } = letter;
  const [world, known] = await Promise.all([
    letter.face ? undefined : letterWorld(api, letter),
    api.employees.findAll([...new Set([...words.people, ...steps.map(({ by }) => by)])]),
  ]);
  const face = letter.face ?? (world && faceOf(letter, world));
  const named = (id: EmployeeId) => {
    const record = known.get(id);
    return record?.instansiId === instansiId ? { name: fullName(record) } : {};
  };
  return {
    ...{ ...lineOf(letter), revision, words },
    people: words.people.map((id) => ({ id, ...named(id) })),
    ...(place && { place }),
    ...(face && { face: toldFace(face) }),
    steps: steps.map(({ by, ...step }) => ({ ...step, ...named(by) })),
  };
}

function toldFace({ number, day, signer, people }: LetterFace) {
  return {
    ...{ number, day, lines: [...signer.lines], signer: signer.name },
    people: people.map(({ id: _, unitKerja: __, ...person }) => person),
  };
}

const pageSize = 50;

/** @throws NotFound for who reaches only units of it; InvalidInput on `cursor` */
export async function listLetters(
  { letters }: { readonly letters: Pick<Letters, "of"> },
  by: Officer,
  from: string | undefined,
) {
  const page = await letters.of(wholeAgencyOf(by), { limit: pageSize, from });
  const { next: cursor } = page;
  return { items: page.items.map(lineOf), ...(cursor !== undefined && { cursor }) };
}

/** A letter of the own agency. @throws NotFound */
export async function ownLetter(
  { letters }: { readonly letters: Pick<Letters, "find"> },
  by: Officer,
  id: LetterId,
): Promise<Letter> {
  const instansiId = wholeAgencyOf(by);
  const found = await letters.find(id);
  if (found?.instansiId !== instansiId) throw new NotFound("No such letter.");
  return found;
}

export interface WaitingLetters {
  readonly letters: Pick<Letters, "find" | "waitingFor">;
  readonly posts: Pick<Posts, "actedBy">;
  readonly agencies: Pick<Agencies, "find">;
  readonly clock: Clock;
}

/** One of what waits for somebody. @throws NotFound */
export async function waitingLetter(
  api: WaitingLetters,
  person: Employee,
  id: LetterId,
): Promise<Letter> {
  const letter = (await waitingFor(api, person)).find((each) => each.id === id);
  if (!letter) throw new NotFound("It does not wait for them.");
  return letter;
}

/** What waits for somebody: of all posts in which they act today. */
export async function waitingFor(api: WaitingLetters, person: Employee): Promise<Letter[]> {
  const zone = zoneOf(await api.agencies.find(person.instansiId));
  const posts = await api.posts.actedBy(person.id, dayIn(zone, api.clock.now()));
  const own = posts.filter(({ instansiId }) => instansiId === person.instansiId);
  return (await Promise.all(own.map(({ id }) => api.letters.waitingFor(id)))).flat();
}

const numbersPerPage = 200;

/** A page of a year's register. @throws NotFound */
export async function tellRegister(
  { registers }: { readonly registers: Pick<NumberRegisters, "read"> },
  by: Officer,
  { year, from: asked }: { readonly year: string; readonly from?: string },
) {
  const from = Math.max(1, Number(asked ?? 1));
  const of = { instansiId: wholeAgencyOf(by), year };
  const register = await registers.read(of, { from, count: numbersPerPage });
  const until = Math.min(register.last, from + numbersPerPage - 1);
  const lines = reportOf({ ...register, last: until }).filter(({ urut }) => urut >= from);
  const next = until < register.last ? until + 1 : undefined;
  return {
    last: register.last,
    lines: lines.map((each) => ("at" in each ? withoutStorage(each) : each)),
    ...(next !== undefined && { next }),
  };
}

function withoutStorage<Entry extends { instansiId: string; year: string; at: string }>({
  instansiId: _,
  year: __,
  at: ___,
  ...told
}: Entry) {
  return told;
}

/** @throws NotFound; InvalidInput with all that is wrong; Conflict `letter-changed` */
export async function changeProfile(
  { profiles, clock }: { readonly profiles: LetterProfiles; readonly clock: Clock },
  {
    by,
    revision,
    reason,
    details,
  }: {
    readonly by: Officer;
    readonly revision: number;
    readonly reason: string;
    readonly details: ProfileDetails;
  },
): Promise<LetterProfile> {
  const instansiId = wholeAgencyOf(by);
  const problems = profileFindings(details);
  if (problems.length > 0) throw new InvalidInput(...problems);
  const next = { ...details, instansiId, revision: revision + 1 };
  const said = { by: by.employeeId, at: clock.now(), reason: keptReason(reason) };
  await profiles.save(next, profileEntry(next, said));
  return next;
}

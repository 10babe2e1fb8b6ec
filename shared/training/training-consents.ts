/** The direct superior's consent: what waits for whoever acts in the post, and the answer (decision 0116). */
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { LeaveLedgers } from "#shared/leave/leave-ledgers.ts";
import { postsActedBy } from "#shared/post/acts-in.ts";
import type { Posts } from "#shared/post/posts.ts";
import { type ReadDeciders, readDecidersOf } from "#shared/post/read-deciders.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { type ActOnPlace, appendAct } from "./act-on-place.ts";
import { leavesMeeting } from "./join-training.ts";
import type { Place } from "./register-line.ts";
import type { ConsentsAnswer } from "./training-answers.ts";
import { type OfferId, startOf, type TrainingOffer } from "./training-offer.ts";
import { numberInList, placeOf, registerAt } from "./training-register.ts";
import type { Trainings } from "./trainings.ts";

export interface Consents extends ActOnPlace, ReadDeciders {
  readonly trainings: ActOnPlace["trainings"] & Pick<Trainings, "list" | "registers">;
  readonly posts: ReadDeciders["posts"] & Pick<Posts, "actedBy">;
  readonly ledgers: Pick<LeaveLedgers, "leavesOf">;
}

/** Of an agency at one time; the ones whose time ends first. */
const mostWaiting = 1000;

/** A superior is the same whatever leave is meant. */
const anyMatter = { leave: "tahunan", place: "home" } as const;

interface Waiting {
  readonly offer: TrainingOffer;
  readonly place: Place;
  readonly number?: number;
}

/** Those whose superior the reader is today, by training. Who acts in no post is told nothing, and costs one look. */
export async function waitingConsents(api: Consents, reader: Employee): Promise<ConsentsAnswer> {
  if ((await postsActedBy(api, reader)).length === 0) return { items: [] };
  const waiting = await unconsented(api, reader.instansiId);
  const mine = await ofReader(api, reader, waiting);
  const items = [...Map.groupBy(mine, ({ offer }) => offer)].map(async ([offer, people]) => {
    const ids = people.map(({ person }) => person.id);
    const away = await leavesMeeting(api, offer, ids);
    return {
      offer,
      people: people.map(({ person, place, number }) => ({
        person: { id: person.id, name: fullName(person) },
        ...{ unit: place.unit, state: place.state },
        ...{ joinedAt: place.joinedAt, consentUntil: place.consentUntil },
        ...(number !== undefined && { number }),
        away: away.get(person.id) ?? [],
      })),
    };
  });
  return { items: await Promise.all(items) };
}

/** All places of an agency without a consent, of trainings that have not begun. */
async function unconsented(
  { trainings, clock }: Pick<Consents, "trainings" | "clock">,
  instansiId: string,
): Promise<readonly Waiting[]> {
  const now = clock.now();
  const offers = (await trainings.list(instansiId)).filter(
    (offer) => offer.state === "open" && startOf(offer) > now,
  );
  const registers = await trainings.registers(offers.map(({ id }) => id));
  const waiting = offers.flatMap((offer) => {
    const register = registerAt(registers.get(offer.id) ?? [], now);
    return register.places
      .filter(({ state, consented }) => state !== "out" && !consented)
      .map((place): Waiting => {
        const number = numberInList(register, place.person);
        return { offer, place, ...(number !== undefined && { number }) };
      });
  });
  return waiting
    .toSorted((a, b) => a.place.consentUntil.localeCompare(b.place.consentUntil))
    .slice(0, mostWaiting);
}

async function ofReader(api: Consents, reader: Employee, waiting: readonly Waiting[]) {
  const records = await api.employees.findAll([
    ...new Set(waiting.map((each) => each.place.person)),
  ]);
  const own = waiting.flatMap((each) => {
    const person = records.get(each.place.person);
    return person?.instansiId === reader.instansiId ? [{ ...each, person }] : [];
  });
  const decidersOf = await readDecidersOf(
    api,
    reader.instansiId,
    own.map(({ person }) => person),
  );
  return own.filter(({ person }) => {
    const { superior } = decidersOf(person, anyMatter);
    return "acting" in superior && superior.acting.person === reader.id;
  });
}

/**
 * What the superior of somebody says of the place.
 * @throws NotFound for everybody else, and where there is no place; Conflict `record-changed` where it was answered or left meanwhile; InvalidInput on `reason`
 */
export async function answerConsent(
  api: Consents,
  {
    reader,
    id,
    person: who,
    act,
    reason,
  }: {
    readonly reader: Employee;
    readonly id: OfferId;
    readonly person: EmployeeId;
    readonly act: "consent" | "refuse";
    readonly reason?: string | undefined;
  },
): Promise<void> {
  const { instansiId } = reader;
  const person = (await api.employees.findAll([who])).get(who);
  if (person?.instansiId !== instansiId) throw new NotFound("No place in this training.");
  const decidersOf = await readDecidersOf(api, instansiId, [person]);
  const { superior } = decidersOf(person, anyMatter);
  if (!("acting" in superior) || superior.acting.person !== reader.id)
    throw new NotFound("No place in this training.");
  const asked = { id, instansiId, person: who, act, by: reader.id, reason };
  const place = placeOf((await appendAct(api, asked)).register, who);
  const holds = act === "consent" ? place?.state !== "out" : place?.why === "refused";
  if (!holds || (act === "consent" && !place?.consented)) throw new Conflict("record-changed");
}

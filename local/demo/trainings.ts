/** Trainings of the demo's first agency in every state, with people in every state, made by the product's own use cases. All invented. */
import type { Officer } from "#shared/access/scope.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { actOnOwnPlace, actOnPlace } from "#shared/training/act-on-place.ts";
import { addOffer, callOff } from "#shared/training/change-offer.ts";
import { type JoinTraining, joinTraining } from "#shared/training/join-training.ts";
import {
  issueCertificate,
  markSession,
  type NoteResults,
  withdrawCertificate,
} from "#shared/training/note-results.ts";
import type { OfferDetails, OfferId } from "#shared/training/training-offer.ts";
import { placeOf } from "#shared/training/training-register.ts";
import type { WritableTrainingResults } from "#shared/training/training-results.ts";
import type { WritableTrainings } from "#shared/training/trainings.ts";
import { demoAgencies } from "./agencies.ts";
import type { DemoPerson } from "./people.ts";
import { type DemoTraining, type Done, demoTrainings } from "./training-list.ts";

type Candidate = DemoPerson & { readonly id: EmployeeId };

export interface TrainingWorld
  extends Pick<NoteResults, "documents">,
    Pick<JoinTraining, "ledgers"> {
  readonly trainings: WritableTrainings;
  readonly results: WritableTrainingResults;
  readonly employees: { find(id: EmployeeId): Promise<Employee | undefined> };
  readonly clock: Clock;
}

const [{ id: instansiId, zone }] = demoAgencies;
const dayMs = 86_400_000;

/** An offer that is there already stays as it is, with its register. */
export async function seedTrainings(
  world: TrainingWorld,
  people: readonly Candidate[],
): Promise<void> {
  const own = people.filter(({ employee }) => employee.instansiId === instansiId);
  const officer = own.find(({ roles }) => roles.includes("petugas"));
  if (!officer) return;
  const by: Officer = { employeeId: officer.id, instansiId, units: undefined };
  const known = new Set((await world.trainings.list(instansiId)).map(codeOf));
  const candidates = own.filter(({ role }) => !role).map(({ id }) => id);
  const named = own.filter(({ role, roles }) => role && roles.length === 0).slice(0, 1);
  for (const [at, training] of demoTrainings.entries()) {
    if (known.has(training.programme.code)) continue;
    const id = await offer(world, by, training);
    if (!id) continue;
    // Each has people of its own: nobody is in two halls at once.
    const others = candidates.slice(at * 12);
    const first = training.isNamed ? named.map((each) => each.id) : [];
    await fill(world, { by, id, training, candidates: [...first, ...others] });
  }
}

const codeOf = ({ programme }: OfferDetails) => programme.code;

async function offer(
  world: TrainingWorld,
  by: Officer,
  { programme, begins, quota, offered, draft }: DemoTraining,
): Promise<OfferId | undefined> {
  const from = daysAfter(dayIn(zone, world.clock.now()), begins);
  const until = daysAfter(from, 1);
  const session = (day: string) => ({ day, from: "08:00", until: "15:30", subject: "" });
  const details: OfferDetails = {
    programme: {
      ...{ form: "teknis", organiser: "BKPSDM Kabupaten Contoh", accreditation: "" },
      ...{ jp: 20, assessed: false, subjects: [] },
      conditions: { kinds: [], golongan: [], jabatanKinds: [], jabatan: [], units: [] },
      ...programme,
    },
    ...{ batch: "I", place: "Aula BKPSDM Kabupaten Contoh", zone, from, until },
    ...{ sessions: [session(from), session(until)], quota, unitQuotas: [] },
    ...{ closesOn: daysAfter(from, -1), cost: 0, notes: "" },
    contact: "Bidang Pengembangan Kompetensi, telepon (021) 5550-0123",
  };
  const api = { ...world, clock: daysAgo(world.clock, offered) };
  const made = await addOffer(api, { by, details, ...(draft && { draft }) });
  return made.ok ? made.offer.id : undefined;
}

interface Filling {
  readonly by: Officer;
  readonly id: OfferId;
  readonly training: DemoTraining;
  readonly candidates: readonly EmployeeId[];
}

async function fill(world: TrainingWorld, filling: Filling): Promise<void> {
  const { by, id, training } = filling;
  const people = await joinedPeople(world, filling);
  for (const each of training.done) {
    const person = people[each.who];
    if (person) await act(world, { ...each, by, id, person });
  }
  const { calledOff, ended, entered } = training;
  if (ended) await end(world, { by, id, people, ended, entered });
  if (calledOff) await callOff(world, { by, id, revision: 1, reason: "Narasumber berhalangan" });
}

interface Ending extends Pick<Filling, "by" | "id"> {
  readonly people: readonly Employee[];
  readonly ended: NonNullable<DemoTraining["ended"]>;
  readonly entered: number | undefined;
}

/** Who was there, and the certificates of some. */
async function end(
  world: TrainingWorld,
  { by, id, people, ended, entered }: Ending,
): Promise<void> {
  const learners = people.slice(0, ended.length);
  const marks = Object.fromEntries(
    learners.map((each, at) => [each.id, ended[at] === "absent" ? "absent" : "present"] as const),
  );
  for (const session of [0, 1].slice(0, entered))
    await markSession(world, { by, id, session, revision: 0, marks });
  for (const [at, { id: person }] of learners.entries()) {
    if (ended[at] === "none" || ended[at] === "absent") continue;
    await issueCertificate(world, { by, id, person, revision: 0 });
    const reason = "Nama program salah ketik";
    if (ended[at] === "withdrawn")
      await withdrawCertificate(world, { by, id, person, revision: 1, reason });
  }
}

/** The first who may. */
async function joinedPeople(
  world: TrainingWorld,
  { id, training, candidates }: Filling,
): Promise<readonly Employee[]> {
  const api = { ...world, clock: daysAgo(world.clock, training.offered) };
  const joined: Employee[] = [];
  for (const each of candidates) {
    if (joined.length === training.joined) break;
    const person = await world.employees.find(each);
    if (!person) continue;
    const { register } = await joinTraining(api, { person, id });
    if (placeOf(register, person.id)) joined.push(person);
  }
  return joined;
}

interface Acting extends Done, Pick<Filling, "by" | "id"> {
  readonly person: Employee;
}

async function act(world: TrainingWorld, { who: _, ago, by, ...acting }: Acting): Promise<void> {
  const api = { ...world, clock: daysAgo(world.clock, ago) };
  const { act: done, person, id } = acting;
  const reason = done === "refuse" ? "Pekerjaan unit tidak dapat ditinggalkan" : "Tugas lain";
  if (done === "consent" || done === "refuse")
    await actOnPlace(api, { by, id, act: done, reason, person: person.id });
  else await actOnOwnPlace(api, { person, id, act: done, reason });
}

function daysAgo(clock: Clock, days: number): Clock {
  return { now: () => new Date(clock.now().getTime() - days * dayMs) };
}

/** Trainings of the demo's first agency in every state, with people in every state, made by the product's own use cases. All invented. */
import type { Officer } from "#shared/access/scope.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { actOnOwnPlace, actOnPlace, joinTraining } from "#shared/training/act-on-place.ts";
import { addOffer, callOff } from "#shared/training/change-offer.ts";
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

type Candidate = DemoPerson & { readonly id: EmployeeId };

export interface TrainingWorld extends Pick<NoteResults, "documents"> {
  readonly trainings: WritableTrainings;
  readonly results: WritableTrainingResults;
  readonly employees: { find(id: EmployeeId): Promise<Employee | undefined> };
  readonly clock: Clock;
}

const [{ id: instansiId, zone }] = demoAgencies;
const dayMs = 86_400_000;

/** What somebody does, or an officer about somebody; the place of the person in the list of those who joined. */
type Act = "consent" | "refuse" | "accept" | "decline" | "cancel";
interface Done {
  readonly who: number;
  readonly act: Act;
  /** So many days ago. */
  readonly ago: number;
}

interface DemoTraining {
  readonly programme: Partial<OfferDetails["programme"]> &
    Pick<OfferDetails["programme"], "code" | "name">;
  /** Its first day, from today on. */
  readonly begins: number;
  readonly quota: number;
  /** It was offered so many days ago, and so many people joined then. */
  readonly offered: number;
  readonly joined: number;
  readonly done: readonly Done[];
  /** Of each of those whose seats are certain, in their order: who was there, and what became of it. */
  readonly ended?: readonly ("certificate" | "withdrawn" | "none" | "absent")[];
  readonly draft?: true;
  readonly calledOff?: true;
}

const consents = (ago: number, ...people: readonly number[]) =>
  people.map((who): Done => ({ who, act: "consent", ago }));

const trainings: readonly DemoTraining[] = [
  {
    programme: { code: "DEMO-01", name: "Pelatihan Pelayanan Publik bagi Petugas Garis Depan" },
    ...{ begins: 40, quota: 30, offered: 2, joined: 0, done: [], draft: true },
  },
  {
    programme: {
      ...{ code: "DEMO-02", name: "Pelatihan Pengelolaan Arsip Dinamis", assessed: true },
      subjects: [
        { name: "Kebijakan kearsipan", jp: 6 },
        { name: "Praktik penyusutan arsip", jp: 14 },
      ],
    },
    ...{ begins: 21, quota: 10, offered: 2, joined: 4 },
    done: [...consents(1, 0), { who: 1, act: "refuse", ago: 1 }, { who: 2, act: "cancel", ago: 1 }],
  },
  {
    // One seat comes free, passes two people who do not take it, and is offered to a third.
    programme: { code: "DEMO-03", name: "Bimbingan Teknis Penyusunan SKP", form: "bimtek" },
    ...{ begins: 12, quota: 2, offered: 9, joined: 7 },
    done: [
      ...consents(8, 0, 1, 2, 3, 4, 5),
      { who: 0, act: "cancel", ago: 4 },
      { who: 3, act: "decline", ago: 1 },
    ],
  },
  {
    programme: { code: "DEMO-04", name: "Seminar Keamanan Informasi bagi ASN", form: "seminar" },
    ...{
      begins: -10,
      quota: 20,
      offered: 12,
      joined: 5,
      done: consents(11, 0, 1, 2, 3),
      ended: ["certificate", "withdrawn", "none", "absent"],
    },
  },
  {
    programme: { code: "DEMO-05", name: "Workshop Data Terbuka Daerah", form: "workshop" },
    ...{ begins: 15, quota: 20, offered: 2, joined: 2, done: [], calledOff: true },
  },
  {
    programme: {
      ...{ code: "DEMO-06", name: "Pelatihan Kepemimpinan Pengawas", form: "kepemimpinan" },
      ...{ assessed: true, jp: 120 },
      conditions: {
        ...{ kinds: ["PNS"], golongan: ["III/c", "III/d"], jabatanKinds: ["1"] },
        ...{ jabatan: [], units: [] },
      },
    },
    ...{ begins: 30, quota: 5, offered: 1, joined: 0, done: [] },
  },
];

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
  for (const [at, training] of trainings.entries()) {
    if (known.has(training.programme.code)) continue;
    const id = await offer(world, by, training);
    // Each has people of its own: nobody is in two halls at once.
    if (id) await fill(world, { by, id, training, candidates: candidates.slice(at * 12) });
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
  const { calledOff, ended } = training;
  if (ended) await end(world, { by, id, people, ended });
  if (calledOff) await callOff(world, { by, id, revision: 1, reason: "Narasumber berhalangan" });
}

interface Ending extends Pick<Filling, "by" | "id"> {
  readonly people: readonly Employee[];
  readonly ended: NonNullable<DemoTraining["ended"]>;
}

/** Both sessions, and the certificates of some. */
async function end(world: TrainingWorld, { by, id, people, ended }: Ending): Promise<void> {
  const learners = people.slice(0, ended.length);
  const marks = Object.fromEntries(
    learners.map((each, at) => [each.id, ended[at] === "absent" ? "absent" : "present"] as const),
  );
  for (const session of [0, 1]) await markSession(world, { by, id, session, revision: 0, marks });
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

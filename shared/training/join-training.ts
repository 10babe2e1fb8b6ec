/** Whether somebody may register for a training, and how: all that the rules find, by what else its person has to do on these days. */
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { LeaveLedgers } from "#shared/leave/leave-ledgers.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { type ActOnPlace, type OpenedOffer, openOffer } from "./act-on-place.ts";
import { joinedTrainings } from "./joined-trainings.ts";
import {
  type Elsewhere,
  mayRegister,
  meets,
  type RegistrationFinding,
  registrationFindings,
} from "./judge-registration.ts";
import { jpIn } from "./learning-ledger.ts";
import type { OfferId, TrainingOffer } from "./training-offer.ts";
import { placeOf, registerAt } from "./training-register.ts";
import type { TrainingResults } from "./training-results.ts";
import { trainingTermsOn } from "./training-terms.ts";
import type { Trainings } from "./trainings.ts";

export interface JoinTraining extends ActOnPlace {
  readonly trainings: ActOnPlace["trainings"] &
    Pick<Trainings, "findAll" | "registers" | "noteJoin">;
  readonly results: Pick<TrainingResults, "learnt">;
  readonly ledgers: Pick<LeaveLedgers, "leavesOf">;
}

/** With all that was found; where it stops the registration, nothing was written. */
export interface JudgedOffer extends OpenedOffer {
  readonly findings: readonly RegistrationFinding[];
}

interface Asked {
  readonly person: Employee;
  readonly id: OfferId;
}

/** What the rules find of somebody who would like to come. @throws NotFound, also of a draft */
export async function judgeOffer(api: JoinTraining, { person, id }: Asked): Promise<JudgedOffer> {
  const [opened, entries, trainings, leaves] = await Promise.all([
    openOffer(api, { instansiId: person.instansiId, id }),
    api.results.learnt(person.id),
    otherTrainings(api, person, id),
    ownLeaves(api, person.id),
  ]);
  const { offer } = opened;
  if (offer.state === "draft") throw new NotFound("No such training.");
  const findings = registrationFindings({
    ...{ ...opened, person, now: api.clock.now() },
    elsewhere: [...trainings, ...leaves],
    jpOfYear: jpIn(entries, Number(offer.until.slice(0, 4))),
    terms: trainingTermsOn(offer.from, person.kind),
  });
  return { ...opened, findings };
}

/** The days of leave that some people have, or have asked for, and that meet a training: to others than themselves no kind is told. */
export async function leavesMeeting(
  { ledgers }: Pick<JoinTraining, "ledgers">,
  offer: Pick<TrainingOffer, "from" | "until">,
  people: readonly EmployeeId[],
): Promise<ReadonlyMap<EmployeeId, readonly Pick<Elsewhere, "from" | "until">[]>> {
  const leaves = await ledgers.leavesOf([...new Set(people)]);
  const told = [...leaves].map(([person, all]) => {
    const days = all.map(({ from, to: until }) => ({ from, until }));
    return [person, days.filter((each) => meets(each, offer))] as const;
  });
  return new Map(told);
}

async function ownLeaves(
  { ledgers }: Pick<JoinTraining, "ledgers">,
  person: EmployeeId,
): Promise<readonly Elsewhere[]> {
  const leaves = (await ledgers.leavesOf([person])).get(person) ?? [];
  return leaves.map(({ kind, from, to }) => ({ kind: "leave", from, until: to, name: kind }));
}

/** Those in which somebody has a place: a hall holds nobody twice. */
async function otherTrainings(
  api: JoinTraining,
  { id: person }: Employee,
  except: OfferId,
): Promise<readonly Elsewhere[]> {
  const joined = await joinedTrainings(api, person);
  return joined
    .filter(({ offer }) => offer.id !== except && offer.state === "open")
    .filter(({ register }) => (placeOf(register, person)?.state ?? "out") !== "out")
    .map(({ offer: { from, until, programme } }) => ({
      ...{ kind: "training", from, until, name: programme.name },
    }));
}

/**
 * Registers somebody: a seat, or a place in the list.
 * @throws NotFound; Conflict `training-full`
 */
export async function joinTraining(api: JoinTraining, asked: Asked): Promise<JudgedOffer> {
  const judged = await judgeOffer(api, asked);
  if (!mayRegister(judged.findings)) return judged;
  const { person, id } = asked;
  await api.trainings.noteJoin(person.id, { instansiId: person.instansiId, offer: id });
  const [now, unit] = [api.clock.now(), person.unitKerja];
  const line = { act: "join", at: now.toISOString(), person: person.id, unit } as const;
  const lines = await api.trainings.append(id, line);
  return { ...judged, register: registerAt(lines, now), findings: [] };
}

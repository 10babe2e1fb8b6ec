/** What somebody does about a place in a training: the own one, or as an officer somebody else's. */
import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Forbidden, NotFound } from "#shared/runtime/errors.ts";
import {
  type Elsewhere,
  mayRegister,
  type RegistrationFinding,
  registrationFindings,
} from "./judge-registration.ts";
import type { PlaceAct, Register } from "./register-line.ts";
import type { OfferId, TrainingOffer } from "./training-offer.ts";
import { placeOf, registerAt } from "./training-register.ts";
import { trainingTermsOn } from "./training-terms.ts";
import type { Trainings } from "./trainings.ts";

export interface ActOnPlace {
  readonly trainings: Pick<Trainings, "find" | "register" | "append" | "joinedBy" | "noteJoin">;
  readonly clock: Clock;
}

/** An offer with its register as it is now. */
export interface OpenedOffer {
  readonly offer: TrainingOffer;
  readonly register: Register;
}

/** With all that was found; where it stops the registration, nothing was written. */
export interface JudgedOffer extends OpenedOffer {
  readonly findings: readonly RegistrationFinding[];
}

/** @throws NotFound when the agency offers no such training */
export async function openOffer(
  {
    trainings,
    clock,
  }: Pick<ActOnPlace, "clock"> & {
    readonly trainings: Pick<Trainings, "find" | "register">;
  },
  { instansiId, id }: { readonly instansiId: string; readonly id: OfferId },
): Promise<OpenedOffer> {
  const offer = await trainings.find(instansiId, id);
  if (!offer) throw new NotFound("No such training.");
  return { offer, register: registerAt(await trainings.register(id), clock.now()) };
}

/** What the rules find of somebody who would like to come. @throws NotFound, also of a draft */
export async function judgeOffer(
  api: ActOnPlace,
  { person, id }: { readonly person: Employee; readonly id: OfferId },
): Promise<JudgedOffer> {
  const opened = await openOffer(api, { instansiId: person.instansiId, id });
  const { offer } = opened;
  if (offer.state === "draft") throw new NotFound("No such training.");
  const elsewhere = await otherTrainings(api, person, id);
  const terms = trainingTermsOn(offer.from, person.kind);
  const now = api.clock.now();
  const about = { ...opened, person, elsewhere, jpOfYear: 0, terms, now };
  return { ...opened, findings: registrationFindings(about) };
}

/** Those in which somebody has a place: a hall holds nobody twice. */
async function otherTrainings(
  { trainings, clock }: ActOnPlace,
  { id: person }: Employee,
  except: OfferId,
): Promise<readonly Elsewhere[]> {
  const joined = (await trainings.joinedBy(person)).filter(({ offer }) => offer !== except);
  const all = await Promise.all(
    joined.map(async ({ instansiId, offer: id }) => {
      const offer = await trainings.find(instansiId, id);
      const place = placeOf(registerAt(await trainings.register(id), clock.now()), person);
      const isIn = offer?.state === "open" && place !== undefined && place.state !== "out";
      return isIn ? [offer] : [];
    }),
  );
  return all.flat().map(({ from, until, programme }) => ({
    ...{ kind: "training", from, until, name: programme.name },
  }));
}

/**
 * Registers somebody: a seat, or a place in the list.
 * @throws NotFound; Conflict `training-full`
 */
export async function joinTraining(
  api: ActOnPlace,
  asked: { readonly person: Employee; readonly id: OfferId },
): Promise<JudgedOffer> {
  const judged = await judgeOffer(api, asked);
  if (!mayRegister(judged.findings)) return judged;
  const { person, id } = asked;
  await api.trainings.noteJoin(person.id, { instansiId: person.instansiId, offer: id });
  const [now, unit] = [api.clock.now(), person.unitKerja];
  const line = { act: "join", at: now.toISOString(), person: person.id, unit } as const;
  const lines = await api.trainings.append(id, line);
  return { ...judged, register: registerAt(lines, now), findings: [] };
}

interface Act {
  readonly id: OfferId;
  readonly reason?: string | undefined;
}

/** Whose own place it is. @throws NotFound of who has none; InvalidInput on `reason` */
export async function actOnOwnPlace(
  api: ActOnPlace,
  {
    person,
    act,
    ...asked
  }: Act & { readonly person: Employee; readonly act: "accept" | "decline" | "cancel" },
): Promise<OpenedOffer> {
  // Who moved to another agency leaves a training of the former one.
  const joined = await api.trainings.joinedBy(person.id);
  const instansiId = joined.find(({ offer }) => offer === asked.id)?.instansiId;
  if (instansiId === undefined) throw new NotFound("No place in this training.");
  return await write(api, { ...asked, instansiId, person: person.id, act });
}

/**
 * An officer writes down what the superior said, or takes somebody out.
 * @throws Forbidden `own-record`; NotFound; InvalidInput on `reason`
 */
export async function actOnPlace(
  api: ActOnPlace,
  {
    by,
    ...asked
  }: Act & {
    readonly by: Officer;
    readonly person: EmployeeId;
    readonly act: "consent" | "refuse" | "cancel";
  },
): Promise<OpenedOffer> {
  const instansiId = wholeAgencyOf(by);
  if (asked.person === by.employeeId) throw new Forbidden("own-record");
  return await write(api, { ...asked, instansiId });
}

async function write(
  api: ActOnPlace,
  {
    person,
    act,
    reason,
    ...which
  }: Act & {
    readonly instansiId: string;
    readonly person: EmployeeId;
    readonly act: PlaceAct;
  },
): Promise<OpenedOffer> {
  const { offer, register } = await openOffer(api, which);
  if (!placeOf(register, person)) throw new NotFound("No place in this training.");
  const needsReason = act === "cancel" || act === "refuse";
  const said = needsReason ? { reason: keptReason(reason ?? "") } : {};
  const now = api.clock.now();
  const lines = await api.trainings.append(which.id, {
    act,
    at: now.toISOString(),
    person,
    ...said,
  });
  return { offer, register: registerAt(lines, now) };
}

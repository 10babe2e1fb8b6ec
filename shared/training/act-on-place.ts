/** What somebody does about a place in a training: the own one, or as an officer somebody else's. */
import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Forbidden, NotFound } from "#shared/runtime/errors.ts";
import type { PlaceAct, Register } from "./register-line.ts";
import type { OfferId, TrainingOffer } from "./training-offer.ts";
import { placeOf, registerAt } from "./training-register.ts";
import type { Trainings } from "./trainings.ts";

export interface ActOnPlace {
  readonly trainings: Pick<Trainings, "find" | "register" | "append" | "joinedBy">;
  readonly clock: Clock;
}

/** An offer with its register as it is now. */
export interface OpenedOffer {
  readonly offer: TrainingOffer;
  readonly register: Register;
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
  return await appendAct(api, { ...asked, instansiId, person: person.id, act });
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
  return await appendAct(api, { ...asked, instansiId, by: by.employeeId });
}

/** Writes a line behind the others; whether the reader may is asked before. @throws NotFound; InvalidInput on `reason` */
export async function appendAct(
  api: ActOnPlace,
  {
    person,
    act,
    reason,
    by,
    ...which
  }: Act & {
    readonly instansiId: string;
    readonly person: EmployeeId;
    readonly act: PlaceAct;
    readonly by?: EmployeeId;
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
    ...{ person, ...said, ...(by !== undefined && { by }) },
  });
  return { offer, register: registerAt(lines, now) };
}

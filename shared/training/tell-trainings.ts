/** Trainings as their readers are told of them. */
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { dayOf, type Employee, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { LeaveLedgers } from "#shared/leave/leave-ledgers.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { OpenedOffer } from "./act-on-place.ts";
import { type CallPeople, callLetters, tellCalls } from "./call-letters.ts";
import { type JudgedOffer, leavesMeeting } from "./join-training.ts";
import { joinedTrainings } from "./joined-trainings.ts";
import {
  mostTold,
  type OfferAnswer,
  type OwnTrainingAnswer,
  toldOwnPlace,
  toldPlace,
} from "./training-answers.ts";
import { closingOf, startOf, type TrainingOffer } from "./training-offer.ts";
import { freeSeats, numberInList, waitingIn } from "./training-register.ts";
import type { Trainings } from "./trainings.ts";

export interface TellTrainings {
  readonly trainings: Pick<Trainings, "list" | "joinedBy" | "findAll" | "registers">;
  readonly clock: Clock;
}

/** What the reader's agency offers and is not over, the next one first. */
export async function offersFor(
  { trainings, clock }: Pick<TellTrainings, "trainings" | "clock">,
  person: Employee,
): Promise<readonly TrainingOffer[]> {
  const today = dayOf(person, clock.now());
  const offers = await trainings.list(person.instansiId);
  return offers
    .filter(({ state, until }) => state === "open" && until >= today)
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id));
}

/** All to which the reader came, with the own place, the last one first. */
export async function ownPlaces(api: TellTrainings, person: Employee) {
  const joined = await joinedTrainings(api, person.id);
  const own = joined.flatMap(({ offer, register }) => {
    const place = toldOwnPlace(register, person.id);
    return place ? [{ offer, place }] : [];
  });
  return own.toSorted((a, b) => b.offer.from.localeCompare(a.offer.from));
}

/** One offer, as who may come reads it. */
export function tellOwnTraining(
  { offer, register, findings }: OpenedOffer & Partial<JudgedOffer>,
  { id, unitKerja }: Employee,
  now: Date,
): OwnTrainingAnswer {
  const place = toldOwnPlace(register, id);
  return {
    ...{ offer, free: freeSeats(register, unitKerja), waiting: waitingIn(register).length },
    ...(place && { place }),
    phase: phaseOf(offer, now),
    findings: findings ?? [],
  };
}

/** Pages do not ask their own clock. */
function phaseOf(offer: TrainingOffer, now: Date): OwnTrainingAnswer["phase"] {
  if (startOf(offer) <= now) return "started";
  return closingOf(offer) <= now ? "closed" : "open";
}

/** All that the own agency offers or offered, the last one first. @throws NotFound for who reaches only units of it */
export async function listOffers(
  { trainings }: { readonly trainings: Pick<Trainings, "list"> },
  by: Officer,
): Promise<readonly TrainingOffer[]> {
  const offers = await trainings.list(wholeAgencyOf(by));
  return offers.toSorted((a, b) => b.from.localeCompare(a.from) || a.id.localeCompare(b.id));
}

/** One with all who joined, by name. Long: the order of the answer. */
export async function tellOffer(
  {
    employees,
    clock,
    ...api
  }: {
    readonly employees: Pick<Employees, "findAll">;
    readonly ledgers: Pick<LeaveLedgers, "leavesOf">;
    readonly letters: CallPeople["letters"];
    readonly clock: Clock;
  },
  { offer, register }: OpenedOffer,
): Promise<Omit<OfferAnswer, "readOnly">> {
  const told = register.places.slice(0, mostTold);
  const phase = phaseOf(offer, clock.now());
  // What meets it matters until it begins.
  const coming = told.flatMap(({ state, person }) =>
    phase === "started" || state === "out" ? [] : [person],
  );
  const [people, leaves, letters] = await Promise.all([
    employees.findAll(told.map(({ person }) => person)),
    leavesMeeting(api, offer, coming),
    callLetters(api, offer.id),
  ]);
  return {
    offer,
    places: told.map((each) => {
      const record = people.get(each.person);
      const name = record?.instansiId === offer.instansiId ? fullName(record) : undefined;
      const number = each.state === "waiting" ? numberInList(register, each.person) : undefined;
      return {
        ...toldPlace(each, number),
        person: { id: each.person, ...(name !== undefined && { name }) },
        unit: each.unit,
        away: leaves.get(each.person) ?? [],
      };
    }),
    phase,
    isCut: register.places.length > mostTold,
    ...tellCalls(letters, register),
    free: freeSeats(register),
  };
}

/** What is wrong with an offer before people see it: all of it at once, each by the field of its form. Pure. */
import { golonganOf } from "#shared/employee/golongan.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import {
  closingOf,
  instantOf,
  type Session,
  startOf,
  type TrainingOffer,
} from "./training-offer.ts";

export const offerCodes = [
  "ends-before-it-begins",
  "session-outside",
  "session-ends-before-it-begins",
  "sessions-meet",
  "day-without-session",
  "closes-after-start",
  "closes-in-past",
  "jp-of-subjects",
  "unit-quota-twice",
  "unit-quota-above-all",
  "unit-quota-not-invited",
  "golongan-unknown",
] as const;
type OfferCode = (typeof offerCodes)[number];

export interface OfferFinding {
  readonly field: keyof TrainingOffer | "subjects" | "conditions";
  readonly code: OfferCode;
  /** What is meant: a day, a unit, a golongan, a sum. */
  readonly measured?: string | number;
  readonly limit?: string | number;
}

/** @param now the present; registration of a new offer closes after it */
export function offerFindings(offer: TrainingOffer, now: Date): readonly OfferFinding[] {
  return [...daysOf(offer, now), ...sessionsOf(offer), ...seatsOf(offer), ...programmeOf(offer)];
}

function daysOf(offer: TrainingOffer, now: Date): readonly OfferFinding[] {
  const { from, until, closesOn } = offer;
  return [
    ...found(until < from, { field: "until", code: "ends-before-it-begins" }),
    ...found(closingOf(offer) > startOf(offer), {
      field: "closesOn",
      code: "closes-after-start",
      measured: closesOn,
    }),
    ...found(closingOf(offer) <= now, { field: "closesOn", code: "closes-in-past" }),
  ];
}

function sessionsOf(offer: TrainingOffer): readonly OfferFinding[] {
  const field = "sessions";
  const { sessions, from, until } = offer;
  const inOrder = sessions.toSorted((a, b) => beginningOf(offer, a) - beginningOf(offer, b));
  const meets = inOrder.filter((each, at) => {
    const before = inOrder[at - 1];
    return before !== undefined && endOf(offer, before) > beginningOf(offer, each);
  });
  const isEmpty = (day: string) => sessions.every((each) => each.day !== day);
  return [
    ...sessions.flatMap(({ day, from: starts, until: ends }) => [
      ...found(day < from || day > until, { field, code: "session-outside", measured: day }),
      ...found(ends <= starts, { field, code: "session-ends-before-it-begins", measured: day }),
    ]),
    ...meets.map(({ day }): OfferFinding => ({ field, code: "sessions-meet", measured: day })),
    // The first and the last day are what people plan by.
    ...[...new Set([from, until])]
      .filter(isEmpty)
      .map((day): OfferFinding => ({ field, code: "day-without-session", measured: day })),
  ];
}

function seatsOf({ quota, unitQuotas, programme }: TrainingOffer): readonly OfferFinding[] {
  const field = "unitQuotas";
  const { units } = programme.conditions;
  return unitQuotas.flatMap(({ unit, seats }, at) => [
    ...found(unitQuotas.findIndex((each) => each.unit === unit) < at, {
      ...{ field, code: "unit-quota-twice", measured: unit },
    }),
    ...found(seats > quota, { field, code: "unit-quota-above-all", measured: unit, limit: quota }),
    ...found(units.length > 0 && !units.includes(unit), {
      ...{ field, code: "unit-quota-not-invited", measured: unit },
    }),
  ]);
}

function programmeOf({ programme }: TrainingOffer): readonly OfferFinding[] {
  const { subjects, jp, conditions } = programme;
  const sum = subjects.reduce((all, each) => all + each.jp, 0);
  const known = new Set(employeeKinds.flatMap((kind) => golonganOf(kind)));
  return [
    ...found(subjects.length > 0 && sum !== jp, {
      ...{ field: "subjects", code: "jp-of-subjects", measured: sum, limit: jp },
    }),
    ...conditions.golongan
      .filter((each) => !known.has(each))
      .map(
        (measured): OfferFinding => ({ field: "conditions", code: "golongan-unknown", measured }),
      ),
  ];
}

function beginningOf(offer: TrainingOffer, { day, from }: Session): number {
  return instantOf(offer, day, from).getTime();
}

function endOf(offer: TrainingOffer, { day, until }: Session): number {
  return instantOf(offer, day, until).getTime();
}

function found(isFound: boolean, finding: OfferFinding): readonly OfferFinding[] {
  return isFound ? [finding] : [];
}

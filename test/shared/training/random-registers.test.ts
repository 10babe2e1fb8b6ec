/** What holds of every register, whatever people did with it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { RegisterFold } from "#shared/training/register-fold.ts";
import {
  type Place,
  placeActs,
  type Register,
  type RegisterLine,
} from "#shared/training/register-line.ts";
import { holdsSeat, registerAt, waitingIn } from "#shared/training/training-register.ts";
import { anOffer, joinLine, learner, limitsLine } from "../../support/training.ts";

const units = ["Dinas A", "Dinas B", "Dinas C"];
const people = 7;
const begin = Date.UTC(2027, 1, 12);

const step = fc.record({
  act: fc.constantFrom("join", "join", "limits", "accept", "consent", ...placeActs, "call-off"),
  person: fc.nat(people - 1),
  /** Hours since the step before; clocks may go back a little. */
  hours: fc.integer({ min: -1, max: 24 }),
  quota: fc.nat(4),
  ofUnit: fc.nat(3),
  rare: fc.nat(30),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const history = fc.array(step, { minLength: 5, maxLength: 70, size: "max" });

function linesOf(steps: readonly Step[]): readonly RegisterLine[] {
  let at = begin;
  const limits = ({ quota, ofUnit }: Pick<Step, "quota" | "ofUnit">): RegisterLine =>
    limitsLine(
      anOffer({ quota, unitQuotas: [{ unit: "Dinas A", seats: Math.min(ofUnit, quota) }] }),
      new Date(at).toISOString(),
    );
  return [
    limits({ quota: 2, ofUnit: 1 }),
    ...steps.map(({ act, person, hours, rare, ...seats }): RegisterLine => {
      at += hours * 3_600_000;
      const now = new Date(at).toISOString();
      if (act === "limits") return limits(seats);
      if (act === "call-off" && rare === 0) return { act, at: now, reason: "" };
      if (act === "join" || act === "call-off")
        return joinLine(person, now, units[person % units.length]);
      return { act, at: now, person: learner(person) };
    }),
  ];
}

interface Moment {
  readonly before: Register;
  readonly after: Register;
  readonly line: RegisterLine;
  readonly lines: readonly RegisterLine[];
}

/** Each act of random histories, with the register at the instant before and after it. */
function everyAct(hold: (moment: Moment) => void, numRuns = 80) {
  fc.assert(
    fc.property(history, (steps) => {
      const lines = linesOf(steps);
      const fold = new RegisterFold();
      for (const [n, line] of lines.entries()) {
        fold.pass(Date.parse(line.at));
        const before = fold.register();
        fold.post(line);
        if (n > 0) hold({ before, after: fold.register(), line, lines: lines.slice(0, n + 1) });
      }
    }),
    { numRuns },
  );
}

const held = ({ places }: Register, unit?: string) =>
  places.filter((each) => holdsSeat(each) && (unit === undefined || each.unit === unit)).length;
const seatsOf = ({ limits }: Register, unit: string) =>
  limits?.unitQuotas.find((each) => each.unit === unit)?.seats ?? Number.POSITIVE_INFINITY;
const isInside = ({ state }: Place) => state !== "out";

test("never more seats than the quota, in all or of a unit; where it was lowered they only become fewer", () => {
  everyAct(({ before, after }) => {
    expect(held(after)).toBeLessThanOrEqual(Math.max(after.limits?.quota ?? 0, held(before)));
    for (const unit of units)
      expect(held(after, unit)).toBeLessThanOrEqual(
        Math.max(seatsOf(after, unit), held(before, unit)),
      );
  });
});

test("nobody is in twice", () => {
  everyAct(({ after }) => {
    const inside = after.places.filter(isInside).map(({ person }) => person);
    expect(new Set(inside).size).toBe(inside.length);
  });
});

test("the order of the list is kept: nobody gets a seat before one who waits longer and may have it", () => {
  everyAct(({ before, after }) => {
    const waiting = waitingIn(after);
    const hadSeat = new Set(before.places.filter(holdsSeat).map(({ person }) => person));
    const fresh = after.places.filter((each) => holdsSeat(each) && !hadSeat.has(each.person));
    for (const { unit, joinedAt, person } of fresh) {
      const at = after.places.findIndex((each) => each.person === person && isInside(each));
      const passed = waiting.filter((each) => after.places.indexOf(each) < at);
      // Those who were passed are of a unit that has all its seats.
      for (const each of passed) {
        expect(each.unit, joinedAt).not.toBe(unit);
        expect(held(after, each.unit)).toBeGreaterThanOrEqual(seatsOf(after, each.unit));
      }
    }
    const order = (list: readonly Place[]) => list.map(({ person, joinedAt }) => person + joinedAt);
    const stayed = order(waitingIn(before)).filter((each) => order(waiting).includes(each));
    expect(order(waiting).slice(0, stayed.length)).toEqual(stayed);
  });
});

test("no seat stays empty while somebody who may have it waits", () => {
  everyAct(({ after }) => {
    const { quota = 0, startsAt = "" } = after.limits ?? {};
    for (const { unit } of waitingIn(after)) {
      expect(held(after) >= quota || held(after, unit) >= seatsOf(after, unit), startsAt).toBe(
        true,
      );
    }
  });
});

test("what one person does takes nobody else's seat", () => {
  everyAct(({ before, after, line }) => {
    if (line.act === "call-off") return;
    const others = before.places.filter(
      (each) => holdsSeat(each) && !("person" in line && line.person === each.person),
    );
    const now = new Set(after.places.filter(holdsSeat).map(({ person }) => person));
    expect(others.filter(({ person }) => !now.has(person))).toEqual([]);
  });
});

test("an act that is written twice does what it does once", () => {
  everyAct(({ after, lines }) => {
    const twice = lines.flatMap((each) => [each, each]);
    const last = Math.max(...lines.map(({ at }) => Date.parse(at)));
    expect(registerAt(twice, new Date(last))).toEqual(after);
  }, 15);
});

test("these histories see every end of a place, every state, and offers that were taken", () => {
  const seen = new Set<string>();
  everyAct(({ before, after, line }) => {
    for (const { state, why } of after.places)
      for (const each of [state, why]) if (each) seen.add(each);
    if (line.act !== "accept") return;
    const was = before.places.findLast(({ person }) => person === line.person);
    const is = after.places.findLast(({ person }) => person === line.person);
    if (was?.state === "offered" && is?.state === "seated") seen.add("taken");
  }, 200);

  expect([...seen].sort()).toEqual(
    [
      ...["seated", "waiting", "offered", "out", "refused", "declined", "cancelled"],
      ...["offer-lapsed", "consent-lapsed", "started", "called-off", "taken"],
    ].sort(),
  );
});

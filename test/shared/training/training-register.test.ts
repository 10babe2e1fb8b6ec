import { expect, test } from "vitest";
import type { PlaceAct, RegisterLine } from "#shared/training/register-line.ts";
import {
  freeSeats,
  numberInList,
  placeOf,
  registerAt,
  waitingIn,
} from "#shared/training/training-register.ts";
import { anOffer, joinLine, learner, limitsLine } from "../../support/training.ts";

const feb = (day: number, hour = 0) => new Date(Date.UTC(2027, 1, day, hour)).toISOString();
const act = (what: PlaceAct, n: number, at: string, reason?: string): RegisterLine => ({
  ...{ act: what, at, person: learner(n) },
  ...(reason !== undefined && { reason }),
});
const stateOf = (lines: readonly RegisterLine[], n: number, at: string) =>
  placeOf(registerAt(lines, new Date(at)), learner(n));
const withSeats = (quota: number, change = {}) => limitsLine(anOffer({ quota, ...change }));
const joins = (count: number, at = feb(2)) =>
  Array.from({ length: count }, (_, n) => [joinLine(n, at), act("consent", n, at)]).flat();

test("seats go to who comes first, then a list begins in the order of coming", () => {
  const register = registerAt([withSeats(2), ...joins(4)], new Date(feb(3)));

  expect(register.places.map(({ state }) => state)).toEqual([
    ...["seated", "seated", "waiting", "waiting"],
  ]);
  expect([2, 3].map((n) => numberInList(register, learner(n)))).toEqual([1, 2]);
  expect(numberInList(register, learner(0))).toBeUndefined();
  expect(freeSeats(register)).toBe(0);
});

test("nobody has two places, and what comes twice does what it does once", () => {
  const lines = [withSeats(1), joinLine(0, feb(2)), joinLine(0, feb(2)), joinLine(1, feb(2))];
  const twice = lines.flatMap((each) => [each, each]);

  expect(registerAt(twice, new Date(feb(3)))).toEqual(registerAt(lines, new Date(feb(3))));
  expect(registerAt(lines, new Date(feb(3))).places).toHaveLength(2);
});

test("a unit gets no more seats than its own, and does not hold up the others", () => {
  const offer = withSeats(3, { unitQuotas: [{ unit: "Dinas A", seats: 1 }] });
  const lines = [
    ...[offer, joinLine(0, feb(2), "Dinas A"), joinLine(1, feb(2), "Dinas A")],
    joinLine(2, feb(2), "Dinas B"),
  ];
  const register = registerAt(lines, new Date(feb(2)));

  expect(register.places.map(({ state }) => state)).toEqual(["seated", "waiting", "seated"]);
  expect([freeSeats(register), freeSeats(register, "Dinas A")]).toEqual([1, 0]);
});

test("a seat that comes free is offered to the first of the list, for 48 hours", () => {
  const lines = [withSeats(1), ...joins(3), act("cancel", 0, feb(4), "Tugas lain")];

  expect(stateOf(lines, 0, feb(4))).toMatchObject({ state: "out", why: "cancelled" });
  expect(stateOf(lines, 0, feb(4))).not.toHaveProperty("late");
  expect(stateOf(lines, 1, feb(4))).toMatchObject({ state: "offered", offeredUntil: feb(6) });
  expect(stateOf(lines, 2, feb(4))).toMatchObject({ state: "waiting" });
  expect(stateOf([...lines, act("accept", 1, feb(5, 23))], 1, feb(28))).toMatchObject({
    state: "seated",
  });
});

test("an offer that nobody answers goes to the next one at its instant, without a clock of ours", () => {
  const lines = [withSeats(1), ...joins(3), act("cancel", 0, feb(4))];

  expect(stateOf(lines, 1, feb(6))).toMatchObject({
    state: "out",
    why: "offer-lapsed",
    outAt: feb(6),
  });
  expect(stateOf(lines, 2, feb(7))).toMatchObject({ state: "offered", offeredUntil: feb(8) });
  expect(stateOf([...lines, act("accept", 1, feb(6))], 1, feb(6))).toMatchObject({ state: "out" });
  expect(waitingIn(registerAt(lines, new Date(feb(9))))).toEqual([]);
});

test("who declines makes room for the next one", () => {
  const lines = [withSeats(1), ...joins(3), act("cancel", 0, feb(4)), act("decline", 1, feb(4, 1))];

  expect(stateOf(lines, 1, feb(4, 1))).toMatchObject({ why: "declined" });
  expect(stateOf(lines, 2, feb(4, 1))).toMatchObject({ state: "offered", offeredUntil: feb(6, 1) });
});

test("a place without the superior's consent is over after 72 hours; a refusal ends it at once", () => {
  const lines = [withSeats(1), joinLine(0, feb(2)), ...joins(3).slice(2)];

  expect(stateOf(lines, 0, feb(4, 23))).toMatchObject({ state: "seated", consented: false });
  expect(stateOf(lines, 0, feb(5))).toMatchObject({ why: "consent-lapsed" });
  expect(stateOf(lines, 1, feb(5))).toMatchObject({ state: "offered" });
  const refused = [...lines, act("refuse", 0, feb(3), "Audit")];
  expect(stateOf(refused, 0, feb(3))).toMatchObject({ why: "refused", reason: "Audit" });
});

test("a consent is not taken back by a refusal that comes after it", () => {
  const lines = [withSeats(1), ...joins(1), act("refuse", 0, feb(3))];

  expect(stateOf(lines, 0, feb(3))).toMatchObject({ state: "seated", consented: true });
});

test("nobody joins after the last day of registration, in the offer's zone", () => {
  const last = "2027-03-05T15:59:59.999Z";
  const over = "2027-03-05T16:00:00.000Z";

  expect(stateOf([withSeats(1), joinLine(0, last)], 0, over)).toMatchObject({ state: "seated" });
  expect(stateOf([withSeats(1), joinLine(0, over)], 0, over)).toBeUndefined();
});

test("who cancels after the list was closed is told from who did before, and the list goes on", () => {
  const lines = [withSeats(1), ...joins(2), act("cancel", 0, "2027-03-09T00:00:00.000Z", "Sakit")];
  const start = "2027-03-10T00:00:00.000Z";

  expect(stateOf(lines, 0, start)).toMatchObject({ why: "cancelled", late: true, reason: "Sakit" });
  expect(stateOf(lines, 1, "2027-03-09T12:00:00.000Z")).toMatchObject({
    ...{ state: "offered", offeredUntil: start },
  });
});

test("when it begins nobody waits any more, and nobody leaves", () => {
  const start = "2027-03-10T00:00:00.000Z";
  const lines = [withSeats(1), ...joins(2)];

  expect(stateOf(lines, 1, start)).toMatchObject({ state: "out", why: "started" });
  expect(stateOf([...lines, act("cancel", 0, start)], 0, start)).toMatchObject({ state: "seated" });
});

test("who is out may come again, at the end of the list", () => {
  const lines = [withSeats(1), ...joins(3), act("cancel", 1, feb(3)), joinLine(1, feb(4))];
  const register = registerAt(lines, new Date(feb(4)));

  expect(waitingIn(register).map(({ person }) => person)).toEqual([learner(2), learner(1)]);
  expect(register.places).toHaveLength(4);
});

test("more seats are offered to the list; fewer take nobody's away", () => {
  const lines = [withSeats(2), ...joins(4)];
  const more = [...lines, { ...withSeats(3), at: feb(4) }];
  const fewer = [...lines, { ...withSeats(1), at: feb(4) }, act("cancel", 0, feb(5))];

  expect(stateOf(more, 2, feb(4))).toMatchObject({ state: "offered" });
  expect(stateOf(more, 3, feb(4))).toMatchObject({ state: "waiting" });
  expect(stateOf(fewer, 1, feb(5))).toMatchObject({ state: "seated" });
  expect(stateOf(fewer, 2, feb(5))).toMatchObject({ state: "waiting" });
});

test("a training that is called off has nobody, and nobody joins it", () => {
  const off: RegisterLine = { act: "call-off", at: feb(4), reason: "Anggaran" };
  const register = registerAt(
    [withSeats(1), ...joins(2), off, joinLine(5, feb(5))],
    new Date(feb(5)),
  );

  expect(register.places.map(({ why }) => why)).toEqual(["called-off", "called-off"]);
});

test("two functions' clocks differ: the order of the lines is what counts", () => {
  const lines = [withSeats(1), joinLine(0, feb(2, 1)), joinLine(1, feb(2, 0))];

  expect(stateOf(lines, 0, feb(2, 1))).toMatchObject({ state: "seated" });
  expect(stateOf(lines, 1, feb(2, 1))).toMatchObject({ state: "waiting", joinedAt: feb(2, 1) });
});

import { beforeEach, expect, test, vi } from "vitest";
import { monthAnswer, recapAnswer } from "#shared/attendance/attendance-answers.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { phoneAnswer } from "#shared/gate/gate-answers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { change } from "../../support/employees-in-memory.ts";
import { presencePhone } from "../../support/presence-phone.ts";
import { signIn } from "../../support/signed-in.ts";
import { elsewhere, ofUnit, penyetuju, petugas } from "./agency-api-under-test.ts";
import { keysOf, monthOf, seen, type World, world } from "./presence-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("a phone that is signed in is in the gate's list, without a name or a number", async () => {
  const its = await world();
  const phone = await presencePhone();
  const { answer } = await its.register(ofUnit, phone);
  const told = phoneAnswer.parse(answer.body);

  expect(told.device).toBe(phone.device);
  const { x, y } = phone;
  expect(await keysOf(its)).toEqual([{ person: ofUnit.id, x, y, endsAt: told.endsAt }]);
  const other = await its.call(petugas, "GET", "attendance/gate-keys?gate=pintu");
  expect(other.status).toBe(404);
});

test("a code becomes a reading at the gate's time, once however often it is told", async () => {
  const its = await world();
  const phone = await presencePhone();
  await its.register(ofUnit, phone);
  const told = await seen(its, phone);

  expect(await its.tell("depan", told)).toEqual(["recorded"]);
  expect(await its.tell("depan", told, told)).toEqual(["recorded", "recorded"]);
  const month = await its.months.find(
    { instansiId: ofUnit.instansiId, month: monthOf(its) },
    ofUnit.id,
  );
  expect(month?.readings).toHaveLength(1);
  expect(month?.readings[0]).toMatchObject({ machine: "depan", step: expect.any(Number) });
  const { body } = await its.call(ofUnit, "GET", `own-attendance?month=${monthOf(its)}`);
  const days = monthAnswer.parse(body).days.filter(({ readings }) => readings.length > 0);
  expect(days.map(({ readings }) => readings.map(({ by }) => by))).toEqual([["depan"]]);
});

test("of two gates that saw the same code the first one counts, whichever told first", async () => {
  const its = await world();
  const phone = await presencePhone();
  await its.register(ofUnit, phone);
  const [first, later] = [await seen(its, phone, 1), await seen(its, phone, 20)];

  // The later one has the network sooner.
  expect(await its.tell("depan", later)).toEqual(["recorded"]);
  expect(await its.tell("samping", first)).toEqual(["recorded"]);
  expect(await its.tell("depan", later)).toEqual(["elsewhere"]);
  const query = `unit=${encodeURIComponent(ofUnit.unitKerja)}&month=${monthOf(its)}`;
  const recap = await its.call(petugas, "GET", `attendance/recap?${query}`);
  const row = recapAnswer.parse(recap.body).items.find(({ id }) => id === ofUnit.id);
  expect(row?.twoGates).toBe(1);
  const { body } = await its.call(ofUnit, "GET", `own-attendance?month=${monthOf(its)}`);
  const [day] = monthAnswer.parse(body).days.filter((each) => each.elsewhere);
  expect([day?.readings, day?.elsewhere].map((all) => all?.map(({ by }) => by))).toEqual([
    ["samping"],
    ["depan"],
  ]);
});

test("each code that is none is told by itself, and keeps no other from being taken", async () => {
  const its = await world();
  const [phone, stranger] = [await presencePhone(), await presencePhone()];
  await its.register(ofUnit, phone);
  const right = await seen(its, phone);
  const bent = `${right.code.slice(0, -1)}${(Number(right.code.at(-1)) + 1) % 10}`;

  expect(
    await its.tell(
      "depan",
      { ...right, code: "KH1.1" },
      await seen(its, stranger),
      { ...right, person: petugas.id },
      { ...right, at: new Date(Date.parse(right.at) + 90_000).toISOString() },
      { ...right, at: new Date(Date.parse(right.at) - 90_000).toISOString() },
      { ...right, code: bent },
      right,
    ),
  ).toEqual([
    "not-ours",
    "unknown",
    "unknown",
    "off-time",
    "off-time",
    "bad-signature",
    "recorded",
  ]);
});

test("a gate whose clock is ahead is told so", async () => {
  const its = await world();
  const phone = await presencePhone();
  await its.register(ofUnit, phone);
  const ahead = new Date(its.clock.now().getTime() + 300_000);

  const told = { code: await phone.codeOf(ahead), person: ofUnit.id, at: ahead.toISOString() };
  expect(await its.tell("depan", told)).toEqual(["off-time"]);
});

test("who signs out, leaves or moves to another agency has no code any more", async () => {
  const endings: readonly ((its: World, sessionId: string) => Promise<unknown> | unknown)[] = [
    (its, id) => its.sessions.remove({ id, accountId: ofUnit.id }),
    (its) => change(its.employees, ofUnit, { contractEnd: "2020-01-31" }, its.clock),
    (its) => change(its.employees, ofUnit, { instansiId: "ins_lain" }, its.clock),
    (its) => its.clock.advance({ hours: 13 }),
  ];
  for (const end of endings) {
    const its = await world();
    const phone = await presencePhone();
    await its.register(ofUnit, phone);
    const { sessionId = "" } = (await its.presenceKeys.find(ofUnit.instansiId, ofUnit.id)) ?? {};
    const told = await seen(its, phone);
    await end(its, sessionId);

    expect(await keysOf(its)).toEqual([]);
    expect(await its.tell("depan", told)).toEqual(["signed-out"]);
  }
});

test("the phone that showed its code last is the only one; the same one again changes nothing", async () => {
  const its = await world();
  const [old, phone] = [await presencePhone(), await presencePhone()];
  await its.register(ofUnit, old);
  const { signedIn } = await its.register(ofUnit, phone);
  const { x, y } = phone;
  expect((await its.send(signedIn, "POST", "own-presence-key", { x, y })).status).toBe(200);

  expect(await its.tell("depan", await seen(its, old), await seen(its, phone))).toEqual([
    "unknown",
    "recorded",
  ]);
  expect((await its.presenceKeys.find(ofUnit.instansiId, ofUnit.id))?.revision).toBe(2);
});

test("a session that was idle since is still the phone's", async () => {
  const its = await world();
  const phone = await presencePhone();
  await its.register(ofUnit, phone);
  its.clock.advance({ hours: 2 });

  expect(await its.tell("depan", await seen(its, phone))).toEqual(["recorded"]);
});

test("a computer that a phone let in shows no code, nor does a point of no curve", async () => {
  const its = await world();
  const { x, y } = await presencePhone();
  const byQr = await signIn({ ...its, madeBy: "qr" }, ofUnit);
  const computer = await its.send(byQr, "POST", "own-presence-key", { x, y });
  const wrong = await its.call(ofUnit, "POST", "own-presence-key", { x: y, y: x });

  expect([computer.status, computer.body.code]).toEqual([409, "login-by-password"]);
  expect([wrong.status, wrong.body.code]).toEqual([422, "invalid-input"]);
});

test("only who keeps attendance of the whole agency has a gate", async () => {
  const its = await world();
  const codes = [await seen(its, await presencePhone())];
  const statuses = async (by: Employee, of = "depan") => [
    (await its.call(by, "GET", `attendance/gate-keys?gate=${of}`)).status,
    (await its.call(by, "POST", "attendance/gate-readings", { gate: of, codes })).status,
  ];

  expect(await statuses(petugas)).toEqual([200, 200]);
  expect(await statuses(ofUnit)).toEqual([404, 404]);
  expect(await statuses(penyetuju)).toEqual([403, 403]);
  expect(await statuses(elsewhere)).toEqual([403, 403]);
  expect(await statuses(petugas, "pintu")).toEqual([404, 404]);
});

test("a gate has no file to import", async () => {
  const its = await world();
  const part = { from: "2026-10-01", until: "2026-10-31", order: "day-first", people: [] };
  const told = (machine: string) =>
    its.call(petugas, "POST", "attendance/readings", { ...part, machine });

  expect([(await told("pintu")).status, (await told("depan")).status]).toEqual([200, 404]);
});

test("that a gate fetched the list stands in the agency's readings", async () => {
  const its = await world();
  await keysOf(its);

  expect(its.history.noted).toMatchObject([
    { subjectId: petugas.instansiId, actor: { id: petugas.id }, purpose: "list-read" },
  ]);
});

import { beforeEach, expect, test, vi } from "vitest";
import { actDecrees } from "#shared/decree/act-decrees.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { bayu, budi, elsewhere, rahayu, rini, siti } from "./accounts-api-under-test.ts";
import { decreeWorld } from "./decree-world.ts";

let world: Awaited<ReturnType<typeof decreeWorld>>;
/** The last second before 1 April 2027 in WIB, and the first. */
const eve = "2027-03-31T16:59:59.000Z";
const midnight = "2027-03-31T17:00:00.000Z";
const counts = { acted: 0, stuck: 0, over: 0, isCut: false };

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await decreeWorld();
});

test("what two people decided acts at midnight of its TMT, once, with both as its authors", async () => {
  const decree = await world.planned();
  expect(decree).toMatchObject({ state: "waiting", actsAt: midnight, from: { golongan: "III/a" } });
  expect(world.employees.saves).toEqual([]);

  expect(await world.actAt(eve)).toEqual(counts);
  expect(await world.actAt(midnight)).toEqual({ ...counts, acted: 1 });
  expect(await world.actAt(midnight)).toEqual(counts);

  expect(await world.siti()).toMatchObject({ golongan: "III/b", revision: siti.revision + 1 });
  expect(world.employees.saves.map(({ entry }) => entry)).toMatchObject([
    {
      ...{ actor: { role: "officer", id: budi.id }, approvedBy: rahayu.id, at: midnight },
      ...{ action: "changed", reason: "Kenaikan pangkat" },
      changes: [
        { field: "golongan", from: "III/a", to: "III/b" },
        { field: "skNumber", to: "823/12/2026" },
        { field: "decreeTmt", to: "2027-04-01" },
      ],
    },
  ]);
  expect((await world.get(budi, `${siti.id}/decrees`)).body).toMatchObject({
    items: [{ state: "acted", askedBy: "Budi Petugasanto", endedAt: midnight }],
  });
});

test("a TMT of today or before is written at once, in the transaction of the decision", async () => {
  const decree = await world.planned({ tmt: "2026-11-21" });

  expect(decree.state).toBe("acted");
  expect(await world.siti()).toMatchObject({ golongan: "III/b" });
});

test("it acts at the midnight of the record's own zone, also when that changes before", async () => {
  world = await decreeWorld({ ...siti, zone: "WIT" });
  const { actsAt } = await world.planned();
  expect(actsAt).toBe("2027-03-31T15:00:00.000Z");
  await change(world.employees, await world.siti(), { zone: "WITA" }, world.clock);

  expect(await world.actAt(actsAt)).toEqual({ ...counts, over: 1 });
  expect((await world.siti()).golongan).toBe("III/a");
  expect(await world.actAt("2027-03-31T16:00:00.000Z")).toEqual({ ...counts, acted: 1 });
});

test("a leave is written with its last day, which reminds and writes nothing; a decree brings the person back", async () => {
  const to = { kedudukanHukum: "02" };
  const kind = "position";
  expect((await world.ask({ kind, to })).body).toMatchObject({ problems: [{ field: "until" }] });
  await world.planned({ kind, to, until: "2028-03-31" });
  await world.planned({ kind, to: { kedudukanHukum: "01" }, tmt: "2028-05-01" });
  await world.actAt(midnight);
  expect(await world.siti()).toMatchObject({ kedudukanHukum: "02" });

  expect(await world.actAt("2028-04-10T00:00:00.000Z")).toEqual(counts);
  expect(await world.siti()).toMatchObject({ kedudukanHukum: "02" });
  expect((await world.get(budi, "decrees")).body).toMatchObject({
    items: [
      { state: "acted", until: "2028-03-31", person: { id: siti.id } },
      { state: "waiting", tmt: "2028-05-01", from: { kedudukanHukum: "02" } },
    ],
  });
  await world.actAt("2028-04-30T17:00:00.000Z");
  expect(await world.siti()).toMatchObject({ kedudukanHukum: "01" });
  expect((await world.get(budi, "decrees")).body).toEqual({ items: [] });
});

test("an extension revives a contract that has passed", async () => {
  const contract = { kind: "PPPK", golongan: "IX", kedudukanHukum: "71" } as const;
  const nip = aNip("197205052024211901");
  world = await decreeWorld({ ...siti, ...contract, nip, contractEnd: "2026-12-31" });
  await world.planned({ kind: "extension", to: { contractEnd: "2027-12-31" }, tmt: "2027-01-01" });
  await world.actAt("2026-12-31T17:00:00.000Z");

  expect(await world.siti()).toMatchObject({ contractEnd: "2027-12-31" });
});

test("several of one day act in the order in which they were decided", async () => {
  await world.planned();
  world.clock.advance({ minutes: 1 });
  const second = await world.planned({ to: { golongan: "III/c" } });
  expect(second.from).toEqual({ golongan: "III/b" });

  expect(await world.actAt(midnight)).toEqual({ ...counts, acted: 2 });
  expect(await world.siti()).toMatchObject({ golongan: "III/c", revision: siti.revision + 2 });
});

test("what is not as it was decided any more changes nothing, is listed, and both people hear of it", async () => {
  const { id } = await world.planned();
  const outdated = async () => (await world.get(budi, `${siti.id}/decrees`)).body;
  expect(await outdated()).not.toHaveProperty("items.0.isOutdated");
  await change(world.employees, await world.siti(), { golongan: "III/d" }, world.clock);
  expect(await outdated()).toMatchObject({ items: [{ state: "waiting", isOutdated: true }] });

  expect(await world.actAt(midnight)).toEqual({ ...counts, stuck: 1 });
  expect(await world.actAt(midnight)).toEqual(counts);
  expect(await world.siti()).toMatchObject({ golongan: "III/d" });
  expect((await world.get(rahayu, "decrees")).body).toMatchObject({
    items: [{ id, state: "stuck", obstacle: "record-changed" }],
  });
  for (const { id: employeeId } of [budi, rahayu]) {
    const { items } = await world.accountHistory.page({ employeeId, limit: 9 });
    expect(items).toMatchObject([{ action: "decree-stuck", holderTold: true }]);
  }
  // Moved, it is decided again with what the record says now.
  await world.decide(rahayu, await world.change(id, "move", { tmt: "2027-05-01" }));
  expect(world.decrees.all).toMatchObject([{ state: "waiting", from: { golongan: "III/d" } }]);
});

test("whose role would rest keeps a decree from being asked for, decided and written", async () => {
  const to = { kedudukanHukum: "99" };
  const pension = { kind: "position", to } as const;
  expect((await world.ask({ ...pension, of: rini })).body).toMatchObject({
    code: "change-needs-operators",
  });
  await world.planned(pension);
  const asked = await world.ask({
    kind: "position",
    to: { kedudukanHukum: "88" },
    tmt: "2027-01-01",
  });
  world.roles.set(siti.id, aGrant("auditor"));
  expect((await world.decide(rahayu, asked)).body).toMatchObject({
    code: "approval-subject-changed",
  });
  expect(await world.actAt(midnight)).toEqual({ ...counts, stuck: 1 });
  expect(world.decrees.all).toMatchObject([{ state: "stuck", obstacle: "role" }]);
});

test("it is moved and withdrawn by two people, before it acts", async () => {
  const { id } = await world.planned();
  const told = async () => (await world.get(budi, `${siti.id}/decrees`)).body;
  const moved = await world.change(id, "move", { tmt: "2027-05-01" });
  expect(moved.body).toMatchObject({ change: { act: "move", before: "2027-04-01" } });
  expect(await told()).toMatchObject({ items: [{ asked: [{ act: "move", tmt: "2027-05-01" }] }] });
  expect((await world.decide(rahayu, moved)).status).toBe(200);
  const move = { reason: "Surat baru", before: "2027-04-01", askedBy: "Budi Petugasanto" };
  expect(await told()).toMatchObject({ items: [{ reason: "Kenaikan pangkat", move }] });
  expect(await told()).not.toHaveProperty("items.0.asked");
  expect(await world.actAt(midnight)).toEqual(counts);

  const ended = await world.change(id, "withdraw");
  expect(await world.decrees.all).toMatchObject([{ state: "waiting", tmt: "2027-05-01" }]);
  expect((await world.decide(rahayu, ended)).status).toBe(200);
  expect(await world.actAt("2027-05-30T00:00:00.000Z")).toEqual(counts);
  expect(await world.siti()).toMatchObject({ golongan: "III/a", revision: siti.revision });
  expect((await world.change(id, "withdraw")).body).toMatchObject({ code: "decree-over" });
  const withdrawal = { reason: "Surat baru", askedBy: "Budi Petugasanto" };
  expect(await told()).toMatchObject({ items: [{ state: "withdrawn", withdrawal }] });
});

test("one whose values the record has by now is not moved: its withdrawal is what is left", async () => {
  const { id } = await world.planned();
  await change(world.employees, await world.siti(), { golongan: "III/b" }, world.clock);
  const moved = await world.change(id, "move", { tmt: "2027-05-01" });

  expect(moved).toMatchObject({ status: 409, body: { code: "decree-stands" } });
});

test("a withdrawal that is decided after it has acted is refused", async () => {
  const { id } = await world.planned({ tmt: "2026-11-22" });
  const ended = await world.change(id, "withdraw");
  await world.actAt("2026-11-21T17:00:00.000Z");

  expect((await world.decide(rahayu, ended)).body).toMatchObject({
    code: "approval-subject-changed",
  });
  expect(await world.siti()).toMatchObject({ golongan: "III/b" });
});

test("moved to a day that has passed it is written at once", async () => {
  const { id } = await world.planned();
  const moved = await world.change(id, "move", { tmt: "2026-11-01" });

  expect((await world.decide(rahayu, moved)).status).toBe(200);
  expect(await world.siti()).toMatchObject({ golongan: "III/b" });
});

test("nobody plans for themselves, outside of the own units, into another one's unit, or alone", async () => {
  expect((await world.ask({ of: budi })).body).toMatchObject({ code: "own-record" });
  expect((await world.ask({ by: elsewhere })).status).toBe(404);
  expect((await world.get(elsewhere, `${siti.id}/decrees`)).status).toBe(404);
  const asked = await world.ask();
  expect((await world.decide(budi, asked)).status).toBe(403);
  expect((await world.decide(bayu, asked)).status).toBe(403);
  await world.decide(rahayu, asked);
  expect((await world.get(elsewhere, "decrees")).body).toEqual({ items: [] });

  const away = { kind: "placement", to: { unitKerja: "Bagian Umum", jabatan: "Analis" } };
  world.roles.set(budi.id, aGrant("petugas", { unitKerja: siti.unitKerja }));
  expect((await world.ask(away)).body).toMatchObject({
    problems: [{ field: "unitKerja", code: "unit-not-yours" }],
  });
});

test.each([
  ["skNumber", "required", { skNumber: " " }],
  ["skNumber", "too-long", { skNumber: "1".repeat(61) }],
  ["skDate", "day-too-far", { skDate: "2026-11-22" }],
  ["tmt", "day-malformed", { tmt: "2027-02-30" }],
  ["tmt", "day-too-far", { tmt: "2031-11-22" }],
  ["tmt", "day-too-early", { tmt: "0027-01-01" }],
  ["golongan", "golongan-unknown", { to: { golongan: "IX" } }],
  ["golongan", "required", { to: {} }],
  ["golongan", "nothing-changed", { to: { golongan: "III/a" } }],
  ["kedudukanHukum", "ACC_4", { kind: "position", to: { kedudukanHukum: "71" } }],
  ["contractEnd", "not-for-pns", { kind: "extension", to: { contractEnd: "2027-12-31" } }],
])("%s is refused as %s", async (field, code, other) => {
  expect(await world.ask(other)).toMatchObject({
    status: 422,
    body: { problems: [{ field, code }] },
  });
});

test("one that cannot be read keeps nobody else, and is seen", async () => {
  await world.planned();
  world.clock.advance({ minutes: 1 });
  await world.planned({ of: rini });
  await world.later({ days: 200 });
  const find: typeof world.employees.find = async (id) => {
    if (id === siti.id) throw new Error("unreadable");
    return await world.employees.find(id);
  };
  const employees = { find, save: world.employees.save.bind(world.employees) };

  await expect(actDecrees({ ...world, employees })).rejects.toThrow("unreadable");
  expect(await world.employees.find(rini.id)).toMatchObject({ golongan: "III/b" });
});

/** What nobody changes alone in a record: one asks, another one decides (decision 0049). */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import {
  accountsApiUnderTest,
  bayu,
  budi,
  elsewhere,
  rahayu,
  rini,
  sari,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

const reason = "Kenaikan pangkat";
const source = { number: "SK 12/2026", day: "2026-11-20" };
let world: World;

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
});

type Values = Record<string, string>;
const ask = (
  values: Values,
  {
    by = budi,
    of = siti,
    ...other
  }: { by?: Employee; of?: Employee } & Record<string, unknown> = {},
) =>
  world.post(by, `${of.id}/record-change`, {
    ...{ values, reason, revision: of.revision, requestId: randomUUID() },
    ...other,
  });
type Asked = { readonly body: Record<string, unknown> };
const approve = (asked: Asked, by: Employee = rahayu) => world.decide(by, asked);
const record = async () => (await world.employees.find(siti.id)) ?? siti;

test("what was asked for changes nothing until a second person approves it, and then all of it with both names and the source", async () => {
  const values = { golongan: "III/b", jabatan: "Guru", name: "Siti  Rahmawati" };
  const asked = await ask(values, { source });
  const to = { golongan: "III/b", jabatan: "Guru", name: "Siti Rahmawati" };
  const from = { golongan: "III/a", jabatan: siti.jabatan, name: siti.name };
  expect(asked).toMatchObject({
    status: 201,
    body: { change: { kind: "record-change", from, to, source }, reason },
  });
  expect(await record()).toEqual(siti);
  expect((await approve(asked)).status).toBe(200);

  expect(await record()).toMatchObject({ ...to, revision: 2 });
  expect(world.employees.saves).toHaveLength(1);
  expect(world.employees.saves[0]).toMatchObject({
    cardChanged: true,
    entry: {
      ...{ action: "changed", actor: { role: "officer", id: budi.id }, approvedBy: rahayu.id },
      ...{ reason, source },
    },
  });
});

test("another kedudukan hukum is decided by two: it ends sessions, and the card follows", async () => {
  const asked = await ask({ kedudukanHukum: "99" });
  expect(await record()).toEqual(siti);
  await approve(asked);

  expect(await record()).toMatchObject({
    kedudukanHukum: "99",
    sessionsFrom: world.clock.now().toISOString(),
  });
  expect(world.employees.saves[0]?.entry.action).toBe("status-changed");
});

test("the address of an activated account is decided by two, codes wait all the same, and the old one hears of it", async () => {
  await approve(await ask({ email: "rahma@contoh.example" }));

  expect(await record()).toMatchObject({
    email: "rahma@contoh.example",
    emailChangedAt: world.clock.now().toISOString(),
    emailMoves: [{ from: siti.email, by: { id: budi.id }, approvedBy: rahayu.id }],
  });
});

test("the address of an account that its mailbox opens is corrected in its own way", async () => {
  const asked = await ask({ email: "sari.baru@contoh.example" }, { of: sari });

  expect(asked).toMatchObject({ status: 409, body: { code: "email-needs-two" } });
});

test.each<[string, Values, Record<string, unknown>]>([
  ["record-changed", { name: "Siti Aminah" }, { revision: 7 }],
  ["email-taken", { email: sari.email }, {}],
  ["change-needs-operators", { kedudukanHukum: "99" }, { of: rini }],
  ["change-needs-operators", { email: "rini.baru@contoh.example" }, { of: rini }],
])("it is refused as %s", async (code, values, other) => {
  expect(await ask(values, other)).toMatchObject({ status: 409, body: { code } });
});

test.each<[Values, string, string]>([
  [{ name: "Siti, S.H." }, "name", "name-with-degrees"],
  [{ golongan: "IX" }, "golongan", "golongan-unknown"],
  [{ kedudukanHukum: "00" }, "kedudukanHukum", "kedudukan-hukum-unknown"],
  [{ kedudukanHukum: "constructor" }, "kedudukanHukum", "kedudukan-hukum-unknown"],
  [{ kedudukanHukum: "71" }, "kedudukanHukum", "ACC_4"],
  [{ kedudukanHukum: "88", diedOn: "2026-02-30" }, "diedOn", "day-malformed"],
  [{ kedudukanHukum: "88", diedOn: "2026-11-22" }, "diedOn", "day-too-far"],
  [{ diedOn: "2026-11-20" }, "diedOn", "died-not-ended"],
  [{ golongan: "III/a", kedudukanHukum: "01" }, "changes", "nothing-changed"],
  [{}, "changes", "nothing-changed"],
])("%j is refused at %s as %s", async (values, field, code) => {
  const { status, body } = await ask(values);

  expect({ status, body }).toMatchObject({ status: 422, body: { problems: [{ field, code }] } });
});

test("a letter is of today at the latest, where it is latest in the country", async () => {
  const values = { golongan: "III/b" };
  const of = (day: string) => ({ source: { number: "SK 12/2026", day } });
  expect((await ask(values, of("2026-11-22"))).body).toMatchObject({
    problems: [{ field: "sourceDay", code: "day-too-far", params: { max: "21-11-2026" } }],
  });
  expect((await ask(values, of("2026-11-21"))).status).toBe(201);
});

test("nobody asks for the own record or outside of the own unit, nor decides what they asked or what is their own", async () => {
  expect((await ask({ name: "Budi S" }, { of: budi })).body).toMatchObject({ code: "own-record" });
  expect((await ask({ name: "Siti R" }, { by: elsewhere })).status).toBe(404);
  const own = await ask({ golongan: "III/b" }, { by: rini });
  expect((await approve(own, rini)).body).toMatchObject({ code: "approval-own-request" });
  const ofRahayu = await ask({ golongan: "III/b" }, { of: rahayu });
  expect((await approve(ofRahayu)).body).toMatchObject({ code: "own-record" });
  expect((await approve(own, elsewhere)).status).toBe(404);
});

test("one request at a time waits for a field; a repeated one asks once, another field is free", async () => {
  const requestId = randomUUID();
  const first = await ask({ golongan: "III/b" }, { requestId });
  expect((await ask({ golongan: "III/b" }, { requestId })).body.id).toBe(first.body.id);

  const second = await ask({ golongan: "III/c", jabatan: "Guru" }, { by: bayu });
  expect(second).toMatchObject({ status: 409, body: { code: "change-asked" } });
  expect((await ask({ name: "Siti Aminah" }, { by: bayu })).status).toBe(201);
  await world.decide(budi, first, "withdraw");
  expect((await ask({ golongan: "III/c" }, { by: bayu })).status).toBe(201);
});

test("changes of other fields meanwhile do no harm, and are kept", async () => {
  const asked = await ask({ golongan: "III/b" });
  await change(world.employees, siti, { phone: "0812 9999 1111" }, world.clock);
  expect((await approve(asked)).status).toBe(200);

  expect(await record()).toMatchObject({ golongan: "III/b", phone: "0812 9999 1111", revision: 3 });
});

test.each<[string, Values, () => unknown]>([
  ["whose field says something else", { golongan: "III/b" }, () => moved({ golongan: "III/d" })],
  ["who moved to another agency", { golongan: "III/b" }, () => moved({ instansiId: "ins_lain" })],
  ["who got a role", { kedudukanHukum: "99" }, () => world.roles.set(siti.id, aGrant("auditor"))],
  [
    "whose account a reset opens to the mailbox",
    { email: "rahma@contoh.example" },
    () => world.accountRecords.dropAuthenticator(siti, world.clock.now()),
  ],
])("it is not approved of somebody %s since", async (_, values, happen) => {
  const asked = await ask(values);
  await happen();
  const saved = world.employees.saves.length;

  const { body } = await world.get(rahayu, "approvals");
  expect(body.waiting).toMatchObject([{ isOutdated: true }]);
  expect((await approve(asked)).body).toMatchObject({ code: "approval-subject-changed" });
  expect(world.employees.saves).toHaveLength(saved);
});

const moved = (values: Partial<Employee>) => change(world.employees, siti, values, world.clock);

test("an address that somebody else has got meanwhile is not given twice", async () => {
  const asked = await ask({ email: "satu@contoh.example" });
  await change(world.employees, sari, { email: "satu@contoh.example" }, world.clock);

  expect((await approve(asked)).body).toMatchObject({ code: "approval-subject-changed" });
  expect(await record()).toEqual(siti);
});

test("a death ends the employment, and freezes the account until two lift it; who comes back has not died", async () => {
  await approve(await ask({ kedudukanHukum: "88", diedOn: "2026-11-20" }));

  expect(await record()).toMatchObject({ kedudukanHukum: "88", diedOn: "2026-11-20" });
  expect((await world.get(budi, siti.id)).body).toMatchObject({ frozen: { liftedBy: "two" } });
  expect((await world.told())[0]).toMatchObject({
    ...{ action: "account-frozen", actor: { id: budi.id }, approvedBy: rahayu.id },
  });
  const revision = 2;
  const back = await ask({ kedudukanHukum: "01" }, { revision });
  expect(back.body).toMatchObject({ problems: [{ field: "diedOn", code: "died-not-ended" }] });
  await approve(await ask({ kedudukanHukum: "01", diedOn: "" }, { revision }));
  expect((await record()).diedOn).toBeUndefined();
  expect((await world.get(budi, siti.id)).body).toHaveProperty("frozen");
});

import { beforeEach, expect, test, vi } from "vitest";
import { approvalListAnswer } from "#shared/access/approval-answers.ts";
import { logger } from "#shared/runtime/logger.ts";
import {
  agus,
  budi,
  oka,
  operatorApiUnderTest,
  putu,
  siti,
  type World,
} from "./operator-api-under-test.ts";

let world: World;
const logged: unknown[] = [];

beforeEach(async () => {
  logged.length = 0;
  vi.spyOn(logger, "info").mockImplementation((...line: unknown[]) => void logged.push(line));
  world = await operatorApiUnderTest();
});

const search = (nip: string, by = oka) => world.post(by, "role-holders/search", { nip });

test("an operator finds anybody's roles by NIP, however it is typed", async () => {
  for (const nip of [siti.nip, "19720505 200903 1 901"])
    expect(await search(nip)).toMatchObject({
      status: 200,
      body: {
        id: siti.id,
        name: "Siti Rahma, S.Kom.",
        maskedNip: "1972•••• •••••• • •01",
        instansi: siti.instansi,
        instansiId: siti.instansiId,
        unitKerja: siti.unitKerja,
        revision: 0,
        roles: [],
        isSelf: false,
      },
    });
  expect((await search(oka.nip)).body).toMatchObject({
    isSelf: true,
    roles: [{ role: "operator" }],
  });
  expect((await search(agus.nip)).body).toMatchObject({ instansiId: "ins_lain" });
});

test.each([
  ["1234", 422, "invalid-input"],
  ["197205052009031977", 404, "not-found"],
])("for %j nobody is found: %i", async (nip, status, code) => {
  expect(await search(nip)).toMatchObject({ status, body: { code } });
});

test("who looked is in the security log, never for whom", async () => {
  await search(siti.nip);

  const text = JSON.stringify(logged);
  expect(text).toContain("records-searched");
  expect(text).toContain(oka.id);
  for (const secret of [siti.nip, siti.name, siti.id]) expect(text).not.toContain(secret);
});

test("what is asked for waits with the other operators, of every agency, and stands among the own", async () => {
  const { status, body } = await world.ask(oka, { until: "2027-12-31" });
  expect(status).toBe(201);
  const told = {
    id: body.id,
    subject: { id: siti.id, name: "Siti Rahma, S.Kom.", unitKerja: siti.unitKerja },
    change: {
      kind: "roles",
      from: [],
      to: [{ role: "petugas", instansiId: siti.instansiId, until: "2027-12-31" }],
    },
    reason: "SK 7/2026",
    asker: { name: "Oka Operatorawan" },
    askedAt: "2026-11-21T03:00:00.000Z",
    until: "2026-11-28T03:00:00.000Z",
    state: "pending",
  };

  expect((await world.get(oka, "approvals")).body).toMatchObject({
    waiting: [],
    own: [{ ...told, may: "withdraw" }],
  });
  for (const operator of [putu, agus])
    expect((await world.get(operator, "approvals")).body).toMatchObject({
      waiting: [{ ...told, may: "decide" }],
      own: [],
    });
});

test("whom it is about sees it, and is told that others decide", async () => {
  await world.ask(oka, { id: putu.id, role: "auditor" });

  expect((await world.get(putu, "approvals")).body.waiting).toMatchObject([{ may: "nothing" }]);
  expect((await world.get(agus, "approvals")).body.waiting).toMatchObject([{ may: "decide" }]);
});

test("what is approved holds from the next request on, and is told to its asker", async () => {
  const { body } = await world.ask(oka, { id: budi.id, role: "operator" });
  expect((await world.get(budi, "approvals")).status).toBe(403);
  expect(await world.post(putu, `approvals/${body.id}/approve`)).toMatchObject({
    status: 200,
    body: { state: "approved", may: "nothing", outcome: { name: "Putu Operatorwati" } },
  });

  expect((await world.get(budi, "approvals")).status).toBe(200);
  expect((await world.get(putu, "approvals")).body.waiting).toEqual([]);
  expect((await world.get(oka, "approvals")).body.own).toMatchObject([{ state: "approved" }]);
});

test("a role that is taken back is gone at the next request", async () => {
  const { body } = await world.ask(oka, { id: putu.id, role: "operator", action: "revoke" });
  await world.post(agus, `approvals/${body.id}/approve`);

  expect((await world.get(putu, "approvals")).status).toBe(403);
});

test("a refusal says why", async () => {
  const { body } = await world.ask(oka);
  expect(await world.post(putu, `approvals/${body.id}/refuse`, { reason: " " })).toMatchObject({
    status: 422,
    body: { problems: [{ field: "reason", code: "required" }] },
  });
  await world.post(putu, `approvals/${body.id}/refuse`, { reason: "Belum ada SK" });

  expect((await world.get(oka, "approvals")).body.own).toMatchObject([
    { state: "refused", outcome: { name: "Putu Operatorwati", reason: "Belum ada SK" } },
  ]);
});

test("what was withdrawn or has expired waits no longer, and is told so", async () => {
  const [first] = [await world.ask(oka), await world.ask(oka, { role: "auditor" })];
  const withdrawn = await world.post(oka, `approvals/${first.body.id}/withdraw`);
  expect(withdrawn).toMatchObject({ status: 200, body: { state: "withdrawn" } });
  expect((await world.get(putu, "approvals")).body.waiting).toHaveLength(1);
  await world.wait(7);

  expect((await world.get(putu, "approvals")).body.waiting).toEqual([]);
  const { own } = approvalListAnswer.parse((await world.get(oka, "approvals")).body);
  expect(own.map(({ state }) => state).sort()).toEqual(["expired", "withdrawn"]);
});

test.each<[string, Record<string, unknown>, number, object]>([
  ["the own roles", { id: oka.id }, 403, { code: "own-record" }],
  ["somebody who is not there", { id: "emp_none", revision: 0 }, 404, { code: "not-found" }],
  // DynamoDB would refuse it as a key.
  ["an id that nobody can have", { id: `emp_${"x".repeat(3000)}` }, 422, { code: "invalid-input" }],
  ["roles that have changed", { revision: 4 }, 409, { code: "roles-changed" }],
  [
    "a unit of nobody's",
    { unitKerja: "Dinas Lain" },
    422,
    { problems: [{ field: "unitKerja", code: "unit-unknown" }] },
  ],
  [
    "an operator of one unit",
    { role: "operator", unitKerja: siti.unitKerja },
    422,
    { problems: [{ field: "unitKerja", code: "not-for-operator" }] },
  ],
  [
    "a day that is over",
    { until: "2026-11-20" },
    422,
    { problems: [{ field: "until", code: "day-passed" }] },
  ],
  [
    "a day that is none",
    { until: "2026-02-30" },
    422,
    { problems: [{ field: "until", code: "day-malformed" }] },
  ],
  [
    "a role to be taken back that was never given",
    { action: "revoke" },
    422,
    { problems: [{ field: "role", code: "nothing-changed" }] },
  ],
  [
    "a reason that nobody sees",
    { reason: "\u200b" },
    422,
    { problems: [{ field: "reason", code: "required" }] },
  ],
  ["a role that there is not", { role: "raja" }, 422, { code: "invalid-input" }],
])("%s is refused, and nothing waits", async (_, change, status, body) => {
  expect(await world.ask(oka, change)).toMatchObject({ status, body });
  expect(world.approvals.all).toEqual([]);
});

test("an operator asks sixty times an hour, and hinders no other", async () => {
  for (let i = 0; i < 60; i++) expect((await world.ask(oka)).status).toBe(201);

  expect(await world.ask(oka)).toMatchObject({ status: 429, body: { code: "too-many-attempts" } });
  expect((await world.ask(putu)).status).toBe(201);
});

/** What an officer sees of a record and changes in it. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Role } from "#shared/access/role.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { aChange, aStatusChange, recordsApiUnderTest, siti } from "./records-api-under-test.ts";

const list = "/api/officer/employees";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("an officer sees a record with all it has, and nothing that is not in the contract", async () => {
  const { get } = await recordsApiUnderTest();

  expect((await get(`${list}/emp_siti`)).body).toEqual({
    id: "emp_siti",
    nip: "19850212 201001 2 004",
    name: "Siti Rahma, S.Kom.",
    bareName: "Siti Rahma",
    gelarBelakang: "S.Kom.",
    kind: "PNS",
    golongan: "III/a",
    jabatan: "Analis Kebijakan Ahli Pertama",
    unitKerja: "Bagian Umum",
    instansi: "Pemerintah Kabupaten Contoh",
    status: "active",
    kedudukanHukum: "01",
    email: "siti@contoh.example",
    phone: "0812 0000 0000",
    tmt: "2010-01-01",
    revision: 1,
    hasPhoto: true,
    history: { items: [] },
  });
});

test("who cannot change a record is told so with it: the own one, and all of them without the role", async () => {
  const { get, colleagueAs } = await recordsApiUnderTest();
  const lockedFor = async (...roles: Role[]) => {
    const browser = await colleagueAs(...roles);
    return (await browser(`${list}/emp_siti`, { method: "GET" })).body.locked;
  };

  expect((await get(`${list}/emp_budi`)).body.locked).toBe("own-record");
  expect((await get(`${list}/emp_siti`)).body.locked).toBeUndefined();
  expect(await lockedFor("auditor")).toBe("role");
  expect(await lockedFor("auditor", "petugas")).toBeUndefined();
});

test("numbers that a person had before stand with the record", async () => {
  const until = "2026-11-20T03:00:00.000Z";
  const former = { nip: aNip("198502122010012988"), until };
  const { get } = await recordsApiUnderTest(
    anEmployee({ id: "emp_moved", nip: aNip("198502122010012777"), formerNips: [former] }),
  );

  expect((await get(`${list}/emp_moved`)).body.formerNips).toEqual([
    { nip: "19850212 201001 2 988", until },
  ]);
});

test("a change is answered with the record afterwards and its history", async () => {
  const { patch } = await recordsApiUnderTest();
  const { status, body } = await patch(
    "emp_siti",
    aChange({ changes: { golongan: "III/b", phone: "" } }),
  );

  expect(status).toBe(200);
  expect(body).toMatchObject({ golongan: "III/b", revision: 2 });
  expect(body).not.toHaveProperty("phone");
  expect(body.history).toEqual({
    items: [
      {
        id: "change-2",
        revision: 2,
        at: "2026-11-21T03:00:00.000Z",
        by: { role: "officer", name: "Budi Santoso, S.Kom." },
        action: "changed",
        reason: "SK 12/2026",
        changes: [
          { field: "golongan", from: "III/a", to: "III/b" },
          { field: "phone", from: "0812 0000 0000" },
        ],
      },
    ],
  });
});

test("the end of an employment ends the card", async () => {
  const { changeStatus, employees } = await recordsApiUnderTest();

  expect((await changeStatus("emp_siti", aStatusChange())).body).toMatchObject({
    status: "ended",
    kedudukanHukum: "99",
    revision: 2,
  });
  expect(employees.saves[0]?.cardChanged).toBe(true);
});

test("a request that is sent twice changes once and is answered alike", async () => {
  const { patch, employees } = await recordsApiUnderTest();
  const request = aChange();
  const first = await patch("emp_siti", request);
  const second = await patch("emp_siti", request);

  expect([second.status, second.body]).toEqual([200, first.body]);
  expect(employees.saves).toHaveLength(1);
});

test("a request's id is good for one request", async () => {
  const { patch, changeStatus, employees } = await recordsApiUnderTest();
  const request = aChange();
  await patch("emp_siti", request);

  for (const answer of [
    await patch("emp_siti", { ...request, revision: 2, changes: { golongan: "III/c" } }),
    await changeStatus("emp_siti", aStatusChange({ requestId: request.requestId, revision: 2 })),
  ])
    expect(answer).toMatchObject({ status: 409, body: { code: "request-mismatch" } });
  expect(employees.saves).toHaveLength(1);
});

test("a request that is sent twice at once changes once and fails nobody", async () => {
  const { changeStatus, employees } = await recordsApiUnderTest();
  const request = aStatusChange();
  const answers = await Promise.all([
    changeStatus("emp_siti", request),
    changeStatus("emp_siti", request),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(employees.saves).toHaveLength(1);
});

test("of two officers who change the same record, the slower one is told", async () => {
  const { patch, changeStatus, employees } = await recordsApiUnderTest();
  await patch("emp_siti", aChange());

  for (const answer of [
    await patch("emp_siti", aChange({ changes: { golongan: "III/c" } })),
    await changeStatus("emp_siti", aStatusChange()),
  ])
    expect(answer).toMatchObject({ status: 409, body: { code: "record-changed" } });
  expect((await employees.find(siti.id))?.golongan).toBe("III/b");
});

test("an e-mail that somebody has is not given twice", async () => {
  const { patch, accountRecords, clock } = await recordsApiUnderTest();
  await accountRecords.confirmReady(siti, clock.now());

  expect(
    await patch("emp_siti", aChange({ changes: { email: "BUDI@contoh.example" } })),
  ).toMatchObject({
    status: 409,
    body: { code: "email-taken" },
  });
});

type Accounts = Awaited<ReturnType<typeof recordsApiUnderTest>>["accountRecords"];
const at = new Date("2026-11-21T02:00:00.000Z");
const elsewhere = { changes: { email: "petugas@contoh.example" } };

test.each<[string, (accounts: Accounts) => Promise<unknown>]>([
  ["was never activated", (accounts) => accounts.add(siti, at)],
  ["is not in the table", async () => undefined],
  ["has a password and no authenticator", (accounts) => accounts.activate(siti, at)],
  [
    "has lost its authenticator to a reset",
    async (accounts) => {
      await accounts.confirmReady(siti, at);
      await accounts.dropAuthenticator(siti, at);
    },
  ],
])("one officer does not move the mail of an account that %s", async (_, arrange) => {
  const { patch, employees, accountRecords } = await recordsApiUnderTest();
  await arrange(accountRecords);

  expect(await patch("emp_siti", aChange(elsewhere))).toMatchObject({
    status: 409,
    body: { code: "email-needs-two" },
  });
  expect(employees.saves).toEqual([]);
  // The same mailbox, and all else, one officer changes.
  const same = { email: siti.email.toUpperCase(), jabatan: "Arsiparis Terampil" };
  expect((await patch("emp_siti", aChange({ changes: same }))).status).toBe(200);
});

test("of an account that its authenticator guards one officer changes the address", async () => {
  const { patch, accountRecords } = await recordsApiUnderTest();
  await accountRecords.confirmReady(siti, at);

  expect((await patch("emp_siti", aChange(elsewhere))).status).toBe(200);
});

test("whether a stranger's account is activated is not told", async () => {
  const { patch } = await recordsApiUnderTest();

  expect((await patch("emp_stranger", aChange(elsewhere))).status).toBe(404);
});

test.each([
  [{ reason: "  " }, "reason", "required"],
  [{ reason: undefined }, "reason", "required"],
  [{ revision: 0 }, "revision", "too-short"],
  [{ revision: "1" }, "revision", "malformed"],
  [{ requestId: "1" }, "requestId", "malformed"],
  [{ changes: { golongan: "V/a" } }, "golongan", "golongan-unknown"],
  [{ changes: { golongan: 3 } }, "changes.golongan", "malformed"],
  [{ changes: { nip: "198502122010012005" } }, "changes", "unknown-field"],
  [{ changes: { kedudukanHukum: "99" } }, "changes", "unknown-field"],
  [{ changes: {} }, "changes", "nothing-changed"],
  [{ extra: 1 }, "body", "unknown-field"],
])("a change with %j is refused at %s as %s", async (change, field, code) => {
  const { patch, employees } = await recordsApiUnderTest();
  const { status, body } = await patch("emp_siti", aChange(change));

  expect(status).toBe(422);
  expect(body.problems).toEqual([expect.objectContaining({ field, code })]);
  expect(employees.saves).toEqual([]);
});

test.each(["00", "constructor", "__proto__", ""])(
  "there is no kedudukan hukum %j",
  async (kedudukanHukum) => {
    const { changeStatus, employees } = await recordsApiUnderTest();
    const { status, body } = await changeStatus("emp_siti", aStatusChange({ kedudukanHukum }));

    expect(status).toBe(422);
    expect(body.problems).toEqual([{ field: "kedudukanHukum", code: "kedudukan-hukum-unknown" }]);
    expect(employees.saves).toEqual([]);
  },
);

test("the log names routes and ids of requests, nobody's number, name or e-mail", async () => {
  const { search, patch } = await recordsApiUnderTest();
  await search({ q: siti.nip });
  await search({ q: siti.name });
  await patch("emp_siti", aChange({ changes: { email: "rahma@contoh.example" } }));

  const lines = JSON.stringify(vi.mocked(logger.info).mock.calls);
  expect(lines).toContain("/api/officer/employees/{id}");
  expect(lines).not.toMatch(/1985|Siti|rahma|emp_siti/);
});

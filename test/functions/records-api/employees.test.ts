/** What an officer sees of a record and changes in it. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Role } from "#shared/access/role.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { aChange, aQrReplacement, recordsApiUnderTest, siti } from "./records-api-under-test.ts";

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

test("since when a QR is paused stands with the record, and an officer's other QR ends it", async () => {
  const qrPausedAt = "2026-11-20T03:00:00.000Z";
  const { get, officer } = await recordsApiUnderTest(
    anEmployee({
      ...{ id: "emp_paused", nip: aNip("198502122010012777"), email: "jeda@contoh.example" },
      qrPausedAt,
    }),
  );
  expect((await get(`${list}/emp_paused`)).body).toMatchObject({ qrPausedAt });

  const body = aQrReplacement();
  const { status } = await officer(`${list}/emp_paused/qr`, { method: "POST", body });
  expect(status).toBe(200);
  expect((await get(`${list}/emp_paused`)).body).not.toHaveProperty("qrPausedAt");
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
    aChange({
      changes: { jabatan: "Arsiparis Terampil", phone: "" },
      source: { number: "SK  12/2026", day: "2026-11-20" },
    }),
  );

  expect(status).toBe(200);
  expect(body).toMatchObject({ jabatan: "Arsiparis Terampil", revision: 2 });
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
        source: { number: "SK 12/2026", day: "2026-11-20" },
        changes: [
          { field: "jabatan", from: siti.jabatan, to: "Arsiparis Terampil" },
          { field: "phone", from: "0812 0000 0000" },
        ],
      },
    ],
  });
});

test.each([
  { name: "Siti Rahmawati" },
  { gelarDepan: "Dra." },
  { gelarBelakang: "" },
  { golongan: "III/b", phone: "0812 1111 1111" },
  { email: "rahma@contoh.example" },
])("no officer alone changes %j", async (changes) => {
  const { patch, employees } = await recordsApiUnderTest();

  expect(await patch("emp_siti", aChange({ changes }))).toMatchObject({
    status: 409,
    body: { code: "change-needs-two" },
  });
  expect(employees.saves).toEqual([]);
  // Said, and not changed.
  const same = { name: siti.name, golongan: "III/a", jabatan: "Arsiparis Terampil" };
  expect((await patch("emp_siti", aChange({ changes: same }))).status).toBe(200);
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
  const { patch, officer, employees } = await recordsApiUnderTest();
  const request = aChange();
  await patch("emp_siti", request);
  const { requestId } = request;
  const body = { ...aQrReplacement(), requestId, revision: 2 };

  for (const answer of [
    await patch("emp_siti", { ...request, revision: 2, changes: { jabatan: "Guru" } }),
    await patch("emp_siti", { ...request, source: { number: "SK 13/2026" } }),
    await officer(`${list}/emp_siti/qr`, { method: "POST", body }),
  ])
    expect(answer).toMatchObject({ status: 409, body: { code: "request-mismatch" } });
  expect(employees.saves).toHaveLength(1);
});

test("a request that is sent twice at once changes once and fails nobody", async () => {
  const { patch, employees } = await recordsApiUnderTest();
  const request = aChange();
  const answers = await Promise.all([patch("emp_siti", request), patch("emp_siti", request)]);

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(employees.saves).toHaveLength(1);
});

test("of two officers who change the same record, the slower one is told", async () => {
  const { patch, officer, employees } = await recordsApiUnderTest();
  await patch("emp_siti", aChange());

  for (const answer of [
    await patch("emp_siti", aChange({ changes: { jabatan: "Guru" } })),
    await officer(`${list}/emp_siti/qr`, { method: "POST", body: aQrReplacement() }),
  ])
    expect(answer).toMatchObject({ status: 409, body: { code: "record-changed" } });
  expect((await employees.find(siti.id))?.jabatan).toBe("Arsiparis Terampil");
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
  [{ source: { number: "1".repeat(101) } }, "sourceNumber", "too-long"],
  [{ source: { number: " " } }, "sourceNumber", "required"],
  [{ source: { number: "SK \u202e1" } }, "sourceNumber", "characters-hidden"],
  [{ source: { number: "SK 1", day: "2026-02-30" } }, "source.day", "day-malformed"],
  [{ extra: 1 }, "body", "unknown-field"],
])("a change with %j is refused at %s as %s", async (change, field, code) => {
  const { patch, employees } = await recordsApiUnderTest();
  const { status, body } = await patch("emp_siti", aChange(change));

  expect(status).toBe(422);
  expect(body.problems).toEqual([expect.objectContaining({ field, code })]);
  expect(employees.saves).toEqual([]);
});

test("the log names routes and ids of requests, nobody's number, name or e-mail", async () => {
  const { search, patch } = await recordsApiUnderTest();
  await search({ q: siti.nip });
  await search({ q: siti.name });
  await patch("emp_siti", aChange({ changes: { phone: "0813 1111 1111" } }));

  const lines = JSON.stringify(vi.mocked(logger.info).mock.calls);
  expect(lines).toContain("/api/officer/employees/{id}");
  expect(lines).not.toMatch(/1985|Siti|0813|emp_siti/);
});

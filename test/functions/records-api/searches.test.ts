/** What an officer searches and lists. */
import { beforeEach, expect, test, vi } from "vitest";
import { employeeListAnswer } from "#shared/employee/record-answers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { recordsApiUnderTest, siti, stranger } from "./records-api-under-test.ts";

const list = "/api/officer/employees";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("who searched stands in the security log, and not for what", async () => {
  const { search } = await recordsApiUnderTest();
  vi.mocked(logger.info).mockClear();
  for (const q of ["siti", siti.nip, undefined]) await search({ q });

  const lines = vi.mocked(logger.info).mock.calls.filter(([name]) => name === "security.done");
  expect(lines).toHaveLength(3);
  for (const [, fields] of lines)
    expect(fields).toMatchObject({ outcome: "records-searched", actor: "emp_budi" });
  expect(JSON.stringify(vi.mocked(logger.info).mock.calls)).not.toMatch(
    new RegExp(`siti|rahma|${siti.nip}`, "i"),
  );
});

test("an officer finds employees of the own instansi by name and by NIP", async () => {
  const { search } = await recordsApiUnderTest();
  const row = {
    id: "emp_siti",
    nip: "19850212 201001 2 004",
    name: "Siti Rahma, S.Kom.",
    kind: "PNS",
    golongan: "III/a",
    jabatan: "Analis Kebijakan Ahli Pertama",
    unitKerja: "Bagian Umum",
    status: "active",
    hasPhoto: true,
  };

  const all = { unreadable: 0, wholeAgency: true };
  expect((await search({ q: "siti" })).body).toEqual({ items: [row], ...all });
  expect((await search({ q: "19850212 201001 2 004" })).body).toEqual({ items: [row], ...all });
  expect((await search({ q: stranger.nip })).body).toEqual({ items: [], ...all });
  expect((await search({ status: "ended" })).body).toEqual({ items: [], ...all });
  expect((await search()).body.items).toHaveLength(4);
});

test("the list says of whom there is no photo, and so no card", async () => {
  const { search } = await recordsApiUnderTest(
    anEmployee({
      ...{ id: "emp_bare", nip: aNip("198502122010012777"), email: "bare@contoh.example" },
      ...{ name: "Dewi Polos", photoId: undefined },
    }),
  );
  expect((await search({ q: "dewi polos" })).body.items).toMatchObject([{ hasPhoto: false }]);
});

test("an officer finds people by unit with all below it, by kind, and by what they lack", async () => {
  const { search, units, accountRecords, clock } = await recordsApiUnderTest();
  const { instansiId, unitKerja } = siti;
  await units.join({ instansiId, unitKerja });
  await accountRecords.add(siti, clock.now());
  const idsOf = async (body: Record<string, string>) => {
    const { items } = employeeListAnswer.parse((await search(body)).body);
    return items.map(({ id }) => id);
  };

  expect(await idsOf({ unit: unitKerja.toUpperCase(), q: "siti" })).toEqual([siti.id]);
  expect(await idsOf({ unit: "Unit yang tidak ada" })).toEqual([]);
  expect(await idsOf({ kind: "PPPK-PW" })).toEqual([]);
  expect(await idsOf({ kind: "PNS", q: "siti", tag: "not-activated" })).toEqual([siti.id]);
  expect(await idsOf({ tag: "not-activated" })).toEqual([siti.id]);
  expect(await idsOf({ tag: "frozen" })).toEqual([]);
});

test.each<Record<string, string>>([
  { q: "a".repeat(141) },
  { status: "retired" },
  { kind: "Honorer" },
  { tag: "rich" },
  { unit: "" },
  { cursor: "made up" },
  { instansiId: "ins_other" },
])("a search for %j is refused", async (query) => {
  const { search } = await recordsApiUnderTest();

  expect(await search(query)).toMatchObject({ status: 422, body: { code: "invalid-input" } });
});

test("a list says whether its reader changes and prints nothing", async () => {
  const { search, colleagueAs } = await recordsApiUnderTest();
  const auditor = await colleagueAs("auditor");

  expect((await auditor(`${list}/search`, { method: "POST", body: {} })).body.readOnly).toBe(true);
  expect((await search()).body.readOnly).toBeUndefined();
});

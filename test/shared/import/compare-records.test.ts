import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import type { EmployeeKind } from "#shared/employee/nip.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { changeOfTree } from "../../support/unit-table-contract.ts";
import { aUnit, UnitsInMemory } from "../../support/units-in-memory.ts";
import { compareInUnits, compareWhole, judgeWhole } from "../../support/whole-file.ts";
import { siasnCsv, siasnCsvWithout, siasnFile } from "./siasn-files.ts";

/** As the row of the file says it. */
const ayu = anEmployee({
  id: "emp_ayu",
  ...{ nip: aNip("198411072007031003"), name: "AYU KHAYALAN", gelarBelakang: "A.Md.Kep." },
  ...{ email: "pegawai.0@contoh.example", phone: "081230000074", golongan: "III/c" },
  ...{ jabatan: "Guru Ahli Pertama", unitKerja: "SD Negeri 1 Contoh", tmt: "2008-03-01" },
  ...{ birthPlace: "CONTOH", birthDate: "1984-11-07", sex: "M", nik: "9901010711840003" },
  ...{ tmtCpns: "2007-03-01", jabatanKind: "2" },
});

/** SIASN's export has no column for it. */
const noEnd = ["contract-end-missing"];

async function compare(change: Readonly<Record<string, string>>, ...records: Employee[]) {
  const { newcomers, changed, gone, problems } = await compareWhole(siasnCsv(change), ...records);
  return [
    newcomers.length,
    changed.length,
    gone.map(({ id }) => id),
    problems.map(({ code }) => code),
  ];
}

test("a person is new, the same, or changed", async () => {
  expect(await compare({})).toEqual([1, 0, [], []]);
  expect(await compare({}, ayu)).toEqual([0, 0, [], []]);
  for (const change of [
    ...[{ "GOL AKHIR": "III/d" }, { UNOR: "BKPSDM" }, { EMAIL: "baru@contoh.example" }],
    ...[{ "TMT PNS": "01-04-2008" }, { "KEDUDUKAN HUKUM": "Tugas Belajar" }],
    ...[{ NIK: "9901010711840004" }, { "JENIS JABATAN": "Struktural" }],
  ])
    expect(await compare(change, ayu)).toEqual([0, 1, [], []]);
});

test("an empty cell, and an address in capitals, change nothing", async () => {
  const empty = { "NOMOR HP": "", "GELAR BELAKANG": "-", EMAIL: "PEGAWAI.0@contoh.example" };

  expect(await compare(empty, ayu)).toEqual([0, 0, [], []]);
  expect(await compare({ EMAIL: "" }, ayu)).toEqual([0, 0, [], ["email-missing"]]);
});

const pppk = {
  ...{ "NIP BARU": "199104102024212004", "TANGGAL LAHIR": "10-04-1991", "JENIS KELAMIN": "F" },
  ...{ "TMT CPNS": "01-03-2024", "TMT PNS": "01-03-2024", "GOL AKHIR": "IX", NIK: "" },
  "KEDUDUKAN HUKUM": "PPPK Aktif",
};

test("a PPPK Paruh Waktu stays one where the file says no kind", async () => {
  const file = await judgeWhole(siasnCsv({ ...pppk, "JENIS PEGAWAI": "PPPK Paruh Waktu" }));
  const [person] = file.people;
  if (!person) throw new Error("Nobody is taken.");
  const record = anEmployee({ id: "emp_made", ...person.said, nip: person.nip, kind: "PPPK-PW" });

  const changes = async (kind: string) => {
    const again = siasnCsv({ ...pppk, "JENIS PEGAWAI": kind });
    return (await compareWhole(again, record)).changed.flatMap((each) => each.changes);
  };
  expect(await changes("")).toEqual([]);
  expect(await changes("PPPK")).toEqual([{ field: "kind", from: "PPPK-PW", to: "PPPK" }]);
});

test("a former number of somebody is neither a new person nor a change, and the present one is told", async () => {
  const now = aNip("198411082007031003");
  const formerNips = [{ nip: ayu.nip, until: "2026-11-20T03:00:00.000Z" }];
  const renumbered = { ...ayu, nip: now, golongan: "III/d", formerNips };

  expect(await compare({}, renumbered)).toEqual([0, 0, [], ["nip-former"]]);
  expect((await compareWhole(siasnCsv({}), renumbered)).problems).toMatchObject([
    { row: 2, value: ayu.nip, example: now, severity: "error" },
  ]);
});

test("an address that somebody else has keeps the person out", async () => {
  const other = anEmployee({ email: "pegawai.0@contoh.example", kedudukanHukum: "99" });

  expect(await compare({}, other)).toEqual([0, 0, [], ["email-taken"]]);
});

test("gone are the active ones who are not in the file, and nobody whose row is only wrong", async () => {
  const siti = anEmployee();
  const pensioner = anEmployee({
    id: "emp_old",
    nip: aNip("196001011985032001"),
    kedudukanHukum: "99",
  });

  expect(await compare({}, ayu, siti, pensioner)).toEqual([0, 0, ["emp_siti"], []]);
  expect(await compare({ "GOL AKHIR": "X" }, ayu)).toEqual([0, 0, [], ["golongan-unknown"]]);
});

test("the gone come unit by unit, and by name in each", async () => {
  const units = ["Bappeda", "Bappeda", "Inspektorat"];
  const records = ["Wati", "Agus", "Ani"].map((name, i) => {
    const person = { nip: aNip(`19850212201001200${i + 4}`), email: `${i}@contoh.example` };
    return anEmployee({ id: `emp_${i}`, name, unitKerja: units[i] ?? "", ...person });
  });

  const { gone } = await compareWhole(siasnCsv({}), ...records);
  const told = gone.map(({ unitKerja, name }) => `${unitKerja}: ${name}`);
  expect(told).toEqual(["Bappeda: Agus", "Bappeda: Wati", "Inspektorat: Ani"]);
});

test("a file that cannot be read says nothing of anybody", async () => {
  expect(await compareWhole(new Uint8Array(), ayu)).toMatchObject({
    newcomers: [],
    changed: [],
    gone: [],
  });
});

test("all of a clean file are new in an empty agency", async () => {
  expect((await compareWhole(siasnFile("siasn-utf16.csv"))).newcomers).toHaveLength(12);
});

/** A record as the file has it, of somebody of this kind. */
async function recordOf(kind: EmployeeKind, change: Partial<Employee> = {}) {
  const file = await judgeWhole(siasnCsv({ ...pppk, "JENIS PEGAWAI": kind }));
  const [person] = file.people;
  if (!person) throw new Error("Nobody is taken.");
  return anEmployee({ id: "emp_made", ...person.said, nip: person.nip, kind, ...change });
}

test("a PPPK without kind and golongan is taken where the record is a PPPK Paruh Waktu's, else told both mends", async () => {
  const bare = { ...pppk, "JENIS PEGAWAI": "", "GOL AKHIR": "", EMAIL: "pegawai.0@contoh.example" };
  const partTime = await recordOf("PPPK-PW", { golongan: undefined });
  const told = ["golongan-or-kind"];

  expect(await compare(bare, partTime)).toEqual([0, 0, [], noEnd]);
  expect(await compare({ ...bare, UNOR: "BKPSDM" }, partTime)).toEqual([0, 1, [], noEnd]);
  expect(await compare(bare)).toEqual([0, 0, [], [...noEnd, ...told]]);
  expect(await compare(bare, await recordOf("PPPK"))).toEqual([0, 0, [], [...noEnd, ...told]]);
  const said = { ...bare, "JENIS PEGAWAI": "PPPK Paruh Waktu" };
  expect(await compare(said)).toEqual([1, 0, [], noEnd]);
});

test("only whose kind needs a golongan needs its column, which is said once", async () => {
  const fileOf = (...rows: Readonly<Record<string, string>>[]) =>
    siasnCsvWithout("GOL AKHIR", ...rows);
  const partTime = { ...pppk, "JENIS PEGAWAI": "PPPK Paruh Waktu" };
  const unsaid = { ...pppk, "JENIS PEGAWAI": "", "NIP BARU": "199104102024212005" };
  const open = fileOf(partTime, unsaid);

  expect((await judgeWhole(open)).people).toHaveLength(2);
  expect((await compareWhole(open)).newcomers).toHaveLength(1);
  expect((await compareWhole(open)).problems).toMatchObject([
    { row: 0, code: "contract-end-missing" },
    { row: 3, column: "GOL AKHIR", code: "golongan-or-kind", example: "IX" },
  ]);
  const mixed = fileOf(partTime, {}, { "NIP BARU": "198411072007031004" });
  const judged = await judgeWhole(mixed);
  expect(judged).toMatchObject({ rows: 3, people: [] });
  // Nobody is gone either.
  expect((await compareWhole(mixed, anEmployee())).gone).toEqual([]);
  expect(judged.problems).toMatchObject([
    { row: 0, code: "contract-end-missing" },
    { row: 1, column: "GOL AKHIR", code: "column-missing", severity: "error" },
  ]);
});

test("days are compared with those of the record that the file does not say: ACC_1, and a contract's end", async () => {
  const early = { "TMT CPNS": "", "TMT PNS": "01-02-2007" };
  expect(await compare(early, ayu)).toEqual([0, 0, [], ["ACC_1"]]);
  expect((await compareWhole(siasnCsv(early), ayu)).problems).toMatchObject([
    { row: 2, column: "TMT PNS", value: "01-02-2007", params: { right: "01-03-2007" } },
  ]);
  // It was wrong before: that keeps nothing else out.
  const wrong = { ...ayu, tmt: "2007-02-01" };
  expect(await compare({ ...early, UNOR: "BKPSDM" }, wrong)).toEqual([0, 1, [], []]);

  const ended = await recordOf("PPPK", { tmt: "2024-01-01", contractEnd: "2024-02-28" });
  const later = siasnCsv({ ...pppk, "JENIS PEGAWAI": "" });
  const { changed, problems } = await compareWhole(later, ended);
  expect(changed).toEqual([]);
  expect(problems).toMatchObject([
    { code: "contract-end-missing" },
    { row: 2, column: "AKHIR KONTRAK", code: "not-after-tmt", value: "28-02-2024" },
  ]);
});

test("a contract of a PPPK Paruh Waktu that lasts no year is warned of, once it is new", async () => {
  const until = (end: string, kind = "PPPK Paruh Waktu") =>
    siasnCsv({
      ...{ ...pppk, "NIP BARU": "199104102025212004", "JENIS PEGAWAI": kind },
      ...{ "TMT CPNS": "01-10-2025", "TMT PNS": "01-10-2025", "AKHIR KONTRAK": end },
    });
  const found = async (file: Uint8Array<ArrayBuffer>, ...records: Employee[]) =>
    (await compareWhole(file, ...records)).problems.map(
      ({ column, code, severity, value, example }) =>
        `${column}: ${code} ${severity} ${value} ${example}`,
    );
  const five = "AKHIR KONTRAK: contract-term warning 30-09-2030 30-09-2026";

  expect(await found(until("30-09-2030"))).toEqual([five]);
  expect(await found(until("30-09-2026"))).toEqual([]);
  expect(await found(until("30-09-2030", "PPPK"))).toEqual([]);
  const record = await recordOf("PPPK-PW", {
    ...{ nip: aNip("199104102025212004"), tmt: "2025-10-01", contractEnd: "2026-09-30" },
  });
  expect(await found(until("30-09-2027"), record)).toEqual([]);
  // The file says no kind: the record does.
  expect(await found(until("30-09-2030", ""), record)).toEqual([
    "AKHIR KONTRAK: contract-term warning 30-09-2030 30-09-2027",
  ]);
  expect(await found(until("30-09-2030"), { ...record, contractEnd: "2030-09-30" })).toEqual([]);
});

test("a unit's name of before is read as the one of today, and told", async () => {
  const units = new UnitsInMemory();
  const unit = aUnit({ name: "SD Negeri 1 Contoh", formerNames: ["SDN Inpres Contoh"] });
  await units.write(changeOfTree({ saved: [unit], claimed: [{ unit, name: unit.name }] }));
  const compareOld = (...records: Employee[]) =>
    compareInUnits(siasnCsv({ UNOR: "SDN INPRES CONTOH" }), { units, records });

  const known = await compareOld(ayu);
  expect(known).toMatchObject({ newcomers: [], changed: [], unchanged: 1 });
  expect(known.problems).toMatchObject([
    {
      ...{ row: 2, column: "UNOR", code: "unit-former", severity: "warning" },
      ...{ value: "SDN INPRES CONTOH", example: "SD Negeri 1 Contoh" },
    },
  ]);
  const { newcomers } = await compareOld();
  expect(newcomers.map(({ said }) => said.unitKerja)).toEqual(["SD Negeri 1 Contoh"]);
  const elsewhere = await compareOld({ ...ayu, unitKerja: "BKPSDM" });
  expect(elsewhere.changed.flatMap(({ changes }) => changes)).toEqual([
    { field: "unitKerja", from: "BKPSDM", to: "SD Negeri 1 Contoh" },
  ]);
});

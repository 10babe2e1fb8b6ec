import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { compareRecords } from "#shared/import/compare-records.ts";
import { judgeFile } from "#shared/import/judge-file.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { siasnCsv, siasnFile } from "./siasn-files.ts";

/** As the row of the file says it. */
const ayu = anEmployee({
  id: "emp_ayu",
  ...{ nip: aNip("198411072007031003"), name: "AYU KHAYALAN", gelarBelakang: "A.Md.Kep." },
  ...{ email: "pegawai.0@contoh.example", phone: "081230000074", golongan: "III/c" },
  ...{ jabatan: "Guru Ahli Pertama", unitKerja: "SD Negeri 1 Contoh", tmt: "2008-03-01" },
  ...{ birthPlace: "CONTOH", birthDate: "1984-11-07", sex: "M", nik: "9901010711840003" },
  ...{ tmtCpns: "2007-03-01", jabatanKind: "2" },
});

async function compare(change: Readonly<Record<string, string>>, ...records: Employee[]) {
  const file = await judgeFile(siasnCsv(change), { year: 2026 });
  const { newcomers, changed, gone, problems } = compareRecords(file, records);
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

test("a PPPK Paruh Waktu stays one where the file says no kind", async () => {
  const pppk = {
    ...{ "NIP BARU": "199104102024212004", "TANGGAL LAHIR": "10-04-1991", "JENIS KELAMIN": "F" },
    ...{ "TMT CPNS": "01-03-2024", "TMT PNS": "01-03-2024", "GOL AKHIR": "IX", NIK: "" },
    "KEDUDUKAN HUKUM": "PPPK Aktif",
  };
  const file = await judgeFile(siasnCsv({ ...pppk, "JENIS PEGAWAI": "PPPK Paruh Waktu" }), {
    year: 2026,
  });
  const [person] = file.people;
  if (!person) throw new Error("Nobody is taken.");
  const record = anEmployee({ id: "emp_made", ...person.said, nip: person.nip, kind: "PPPK-PW" });

  const changes = async (kind: string) => {
    const again = await judgeFile(siasnCsv({ ...pppk, "JENIS PEGAWAI": kind }), { year: 2026 });
    return compareRecords(again, [record]).changed.flatMap((each) => each.changes);
  };
  expect(await changes("")).toEqual([]);
  expect(await changes("PPPK")).toEqual([{ field: "kind", from: "PPPK-PW", to: "PPPK" }]);
});

test("a former number of somebody is neither a new person nor a change, and the present one is told", async () => {
  const now = aNip("198411082007031003");
  const formerNips = [{ nip: ayu.nip, until: "2026-11-20T03:00:00.000Z" }];
  const renumbered = { ...ayu, nip: now, golongan: "III/d", formerNips };

  expect(await compare({}, renumbered)).toEqual([0, 0, [], ["nip-former"]]);
  const file = await judgeFile(siasnCsv({}), { year: 2026 });
  expect(compareRecords(file, [renumbered]).problems).toMatchObject([
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

test("a file that cannot be read says nothing of anybody", async () => {
  const file = await judgeFile(new Uint8Array(), { year: 2026 });

  expect(compareRecords(file, [ayu])).toMatchObject({ newcomers: [], changed: [], gone: [] });
});

test("all of a clean file are new in an empty agency", async () => {
  const file = await judgeFile(siasnFile("siasn-utf16.csv"), { year: 2026 });

  expect(compareRecords(file, []).newcomers).toHaveLength(12);
});

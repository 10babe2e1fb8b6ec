/** Single values, with the right answer for each. */
import { describe, expect, test } from "vitest";
import { bknFindings } from "#shared/employee/bkn-checks.ts";
import { isNik, nikFits } from "#shared/employee/nik.ts";
import { parseNip } from "#shared/employee/nip.ts";
import {
  printableSigns,
  readGolongan,
  readKedudukanHukum,
  readKind,
  readSex,
} from "#shared/employee/spellings.ts";
import { readDay } from "#shared/import/read-day.ts";
import { judgeWhole } from "../../support/whole-file.ts";
import { siasnCsv } from "./siasn-files.ts";

async function judgeRow(change: Readonly<Record<string, string>>) {
  const { people, problems: all } = await judgeWhole(siasnCsv(change));
  // What is said of the file is not about the row.
  const problems = all.filter(({ row }) => row > 0);
  return {
    said: people[0]?.said,
    kind: people[0]?.kind,
    nip: people[0]?.nip,
    found: problems.map(({ column, code, params }) => ({ column, code, params })),
    codes: problems.map(({ column, code }) => `${column}: ${code}`),
  };
}

/** Of the person whose row it is, so that nothing else differs. */
const nip = "198411072007031003";

test.each([
  "19841107 200703 1 003",
  `\`${nip}`,
  `'${nip}`,
  `\u202a${nip}\u202c`,
  "198411\u200b072007031003",
  `NIP: ${nip}`,
  `="${nip}"`,
  "19841107–200703–1–003",
  "１９８４１１０７２００７０３１００３",
])("the number %s is read", async (text) => {
  expect(await judgeRow({ "NIP BARU": text })).toMatchObject({ nip, codes: [] });
});

test.each([
  ["1,96801E+17", "nip-scientific"],
  ["1.96801012005E+17", "nip-scientific"],
  ["196801012005032000", "nip-last-digits-zero"],
  ["19841107200703100", "nip-malformed"],
  ["", "required"],
  ["=198411072007031003", "formula"],
  ["#N/A", "cell-error"],
])("the number %j is refused: %s", async (text, code) => {
  expect((await judgeRow({ "NIP BARU": text })).codes).toEqual([`NIP BARU: ${code}`]);
});

test.each(["-", "...", "---", "—", "…", " . "])(
  "a unit that is %j is none, and a degree that is so is no degree",
  async (text) => {
    expect((await judgeRow({ UNOR: text, "GELAR DEPAN": text })).codes).toEqual(["UNOR: required"]);
  },
);

test("an address is taken, refused, or missing; then the office's counts", async () => {
  for (const email of ["a@c..id", "a..b@c.id", "a@c.id.", "<a@b.co>"])
    expect((await judgeRow({ EMAIL: email })).codes).toEqual(["EMAIL: email-malformed"]);
  expect((await judgeRow({ EMAIL: '"><img/src=x/onerror=alert(1)>@x.yy' })).codes).toEqual([
    "EMAIL: email-malformed",
  ]);
  expect((await judgeRow({ EMAIL: "pegawai@contoh.example" })).codes).toEqual([]);
  expect(await judgeRow({ EMAIL: "-" })).toMatchObject({ nip, codes: ["EMAIL: email-missing"] });
  const office = await judgeRow({ EMAIL: "", "EMAIL GOV": "a@contoh.go.id" });
  expect(office).toMatchObject({ codes: [], said: { email: "a@contoh.go.id" } });
});

test.each([
  ["Yohanes  Umpama", "Yohanes Umpama"],
  ["Niʼmatullah", "Ni’matullah"],
  ["Siti\u00a0Rekaan", "Siti Rekaan"],
  ["'Aisyah", "'Aisyah"],
  ["José\u200b", "José"],
])("the name %j is taken as %s", async (text, name) => {
  expect(await judgeRow({ NAMA: text })).toMatchObject({ said: { name }, codes: [] });
});

test("what a name may not have is named with its place", async () => {
  expect((await judgeRow({ NAMA: 'Siti "Ayu" Rekaan' })).found).toEqual([
    { column: "NAMA", code: "characters-unsupported", params: { character: '"', place: 6 } },
  ]);
  expect((await judgeRow({ NAMA: "Siti, S.H." })).codes).toEqual(["NAMA: name-with-degrees"]);
});

test.each([
  ["-", ""],
  ["S.Kom., M.T.", "S.Kom., M.T."],
])("the degrees %j are taken as %j", async (text, gelarBelakang) => {
  const { said, codes } = await judgeRow({ "GELAR BELAKANG": text });

  expect([said?.gelarBelakang, codes]).toEqual([gelarBelakang, []]);
});

test("a wrong telephone number or NIK is left out, and warned of", async () => {
  const scientific = await judgeRow({ "NOMOR HP": "8,12E+10" });
  expect(scientific).toMatchObject({ nip, codes: ["NOMOR HP: phone-scientific"] });
  expect(scientific.said?.phone).toBe("");
  expect((await judgeRow({ "NOMOR HP": "81230000074" })).said?.phone).toBe("081230000074");
  expect((await judgeRow({ "NOMOR HP": "tidak ada" })).codes).toEqual([
    "NOMOR HP: phone-malformed",
  ]);
  expect((await judgeRow({ NIK: "9901010711840000" })).codes).toEqual(["NIK: nik-malformed"]);
  expect((await judgeRow({ NIK: "9901014711840003" })).codes).toEqual(["NIK: nik-differs"]);
});

test.each([
  ["PPPK", "PPPK Aktif", ["JENIS PEGAWAI: kind-differs", "GOL AKHIR: golongan-unknown"]],
  ["Honorer", "Aktif", ["JENIS PEGAWAI: kind-unknown"]],
  ["PNS", "Berlibur", ["KEDUDUKAN HUKUM: kedudukan-hukum-unknown"]],
  ["PNS", "", ["KEDUDUKAN HUKUM: required"]],
])("a %s with «%s» is refused", async (kind, position, codes) => {
  const { codes: found } = await judgeRow({ "JENIS PEGAWAI": kind, "KEDUDUKAN HUKUM": position });

  expect(found.sort()).toEqual([...codes].sort());
});

test("a PPPK with the position of a PNS is BKN's ACC_4", async () => {
  const pppk = {
    "NIP BARU": "199104102024212004",
    ...{ "JENIS PEGAWAI": "P3K", "TANGGAL LAHIR": "10 April 1991", "JENIS KELAMIN": "P", NIK: "" },
    ...{ "TMT CPNS": "01-03-2024", "TMT PNS": "", "GOL AKHIR": "9" },
  };

  expect((await judgeRow({ ...pppk, "KEDUDUKAN HUKUM": "Aktif" })).codes).toEqual([
    "KEDUDUKAN HUKUM: ACC_4",
  ]);
  const right = await judgeRow({ ...pppk, "KEDUDUKAN HUKUM": "71" });
  expect(right).toMatchObject({ codes: [], said: { golongan: "IX", tmt: "2024-03-01" } });
  expect(
    (await judgeRow({ ...pppk, "KEDUDUKAN HUKUM": "71", "TMT CPNS": "01-03-2023" })).found,
  ).toEqual([
    { column: "TMT CPNS", code: "CON_4", params: { read: "01-03-2023", right: "01-03-2024" } },
  ]);
});

test.each(["2018", "2031"])("a NI PPPK of %s is BKN's ACC_7, at its column", async (year) => {
  const pppk = {
    ...{ "NIP BARU": `19841107${year}211003`, "JENIS PEGAWAI": "PPPK", "GOL AKHIR": "IX" },
    ...{ "KEDUDUKAN HUKUM": "71", "TMT CPNS": `01-03-${year}`, "TMT PNS": `01-03-${year}` },
  };

  const [first] = (await judgeRow(pppk)).codes;
  expect(first).toBe("NIP BARU: ACC_7");
});

test("a TMT that is not there is no malformed day: a CPNS has no TMT PNS yet", async () => {
  const cpns = { "STATUS CPNS PNS": "C", "JENIS PEGAWAI": "CPNS", "TMT PNS": "" };
  expect((await judgeRow(cpns)).codes).toEqual(["TMT PNS: tmt-pns-missing"]);
  expect((await judgeRow({ "TMT PNS": "1 Maret" })).codes).toEqual(["TMT PNS: day-malformed"]);
  const pppk = {
    ...{ "NIP BARU": "198411072024211003", "JENIS PEGAWAI": "PPPK" },
    ...{ "KEDUDUKAN HUKUM": "71", "GOL AKHIR": "IX" },
  };
  expect((await judgeRow({ ...pppk, "TMT CPNS": "", "TMT PNS": "" })).codes).toEqual([
    "TMT CPNS: required",
  ]);
});

describe("rules of single values", () => {
  test.each([
    ["31-12-1985", "1985-12-31"],
    ["1/2/1985", "1985-02-01"],
    ["1985.12.31", "1985-12-31"],
    ["1985-12-31 00:00:00", "1985-12-31"],
    ["1985-12-31T00:00:00.000Z", "1985-12-31"],
    ["17 Agustus 1985", "1985-08-17"],
    ["17-Aug-1985", "1985-08-17"],
    ["30265", "1982-11-10"],
    ["30265.5", "1982-11-10"],
    ["12-31-1985", undefined],
    ["31-02-1985", undefined],
    ["31-12-85", undefined],
    ["60", undefined],
    ["17 Bulan 1985", undefined],
    ["", undefined],
  ])("the day %j is %s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test("golongan, kinds, sexes and positions are read in other spellings", () => {
    const pns = ["III/A", "IIIa", "iii / a", "Penata Muda (III/a)", "Penata Muda, III/a", "31"];
    expect(new Set(pns.map((text) => readGolongan(text, "PNS")))).toEqual(new Set(["III/a"]));
    expect(["IX", "ix", "9", "Golongan IX"].map((text) => readGolongan(text, "PPPK"))).toEqual(
      Array.from({ length: 4 }, () => "IX"),
    );
    expect(readGolongan("III/e", "PNS")).toBe("III/e");
    expect(["PNS Daerah", "CPNS", "P3K", "PPPK Paruh Waktu", "Honorer"].map(readKind)).toEqual([
      ...["PNS", "PNS", "PPPK", "PPPK-PW", undefined],
    ]);
    expect(["M", "L", "Laki-laki", "F", "P", "Wanita", "X"].map(readSex).join()).toBe(
      "M,M,M,F,F,F,",
    );
    expect(["Aktif", "1", "PPPK AKTIF", "CLTN", "Pensiun", "?"].map(readKedudukanHukum)).toEqual([
      ...["01", "01", "71", "02", "99", undefined],
    ]);
    expect(printableSigns("“Mawar” {A} | B_1 #2 #")).toBe("'Mawar' (A) / B 1 No. 2");
  });

  test("a NIK has a day, a month and an order, women's day 40 higher", () => {
    expect(
      ["9901015202850004", "9901010002850004", "0901011202850004", "99010112"].map(isNik),
    ).toEqual([...[true, false, false, false]]);
    const person = { birthDate: "1985-02-12", sex: "F" } as const;
    expect(nikFits("9901015202850004", person)).toBe(true);
    expect(nikFits("9901011202850004", person)).toBe(false);
  });

  test("a PPPK's year of appointment lies between the first PPPK and the next year: ACC_7", () => {
    const findings = (year: string) => {
      const pppk = parseNip(`19850212${year}212004`);
      return pppk && bknFindings({ nip: pppk, kind: "PPPK" }, 2026).map(({ code }) => code);
    };

    expect(["2018", "2019", "2027", "2028"].map(findings)).toEqual([
      ...[["ACC_7"], [], [], ["ACC_7"]],
    ]);
  });
});

/** `kartu init` as an operator runs it, on tables and a user pool of the embedded cloud. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { aNip } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { accountForThisFile, kobar, made, siti, wanted } from "./first-people-for-this-file.ts";

const { cloud, file, write, now, init, accounts } = await accountForThisFile();

async function rolesOf(nip: string): Promise<string[]> {
  const employee = await now().employees.findByNip(aNip(nip));
  if (!employee) return [];
  return (await now().roles.find(employee.id)).grants.map(({ role }) => role);
}

test("from a file it makes the agency, two people with records, accounts and roles, and prints no secret", async () => {
  const told = await init(["--file", write("awal.json", wanted)]);

  expect(told).toContain("Siti Rahma: siap");
  expect(told).not.toMatch(/198001012005012001|aA1!|kobar\.example/);
  const record = await now().employees.findByNip(aNip(siti.nip));
  expect(record).toMatchObject({
    ...{ name: "Siti Rahma", kind: "PNS", kedudukanHukum: "01" },
    ...{ instansiId: "kobar", instansi: "Kabupaten Kotawaringin Barat" },
  });
  const listed = await now().accountTable.list("kobar#not-activated", { limit: 9 });
  expect(listed.map(({ id }) => id)).toContain(record?.id);
  expect(await rolesOf(siti.nip)).toEqual(["petugas", "operator"]);
  expect(await rolesOf(made.nip)).toEqual(["penyetuju", "operator"]);
  expect(await now().agencies.list()).toEqual([
    {
      ...{ id: "kobar", revision: 1, name: "Kabupaten Kotawaringin Barat" },
      ...{ zone: "WITA", emblem: "truntum", texts: { contact: kobar.kontak } },
    },
  ]);
});

test("nobody's roles are given at their own word", async () => {
  await init(["--file", write("awal.json", wanted)]);
  const [one, other] = await Promise.all(
    [siti, made].map(({ nip }) => now().employees.findByNip(aNip(nip))),
  );

  for (const [whose, by] of [
    [one, other],
    [other, one],
  ] as const) {
    const { grants } = await now().roles.find(whose?.id ?? "emp_");
    expect(new Set(grants.map(({ grantedBy }) => grantedBy))).toEqual(new Set([by?.id]));
  }
});

test("after an interruption it finishes, and a third time changes nothing", async () => {
  const awal = write("awal.json", wanted);
  const outputs = JSON.parse(readFileSync(file("outputs.json"), "utf8"));
  const broken = {
    "Kartu-Data": { ...outputs["Kartu-Data"], RoleTable: "nobody" },
  };
  const { printed: stopped } = await kartu(
    [...["init", "--file", awal], ...["--outputs", write("broken.json", broken)]],
    { cloud },
  );
  expect(stopped).not.toContain("siap");
  const begun = await now().employees.findByNip(aNip(siti.nip));
  expect(begun).toBeDefined();
  expect(await accounts()).toBe(2);
  expect(await rolesOf(made.nip)).toEqual([]);

  expect(await init(["--file", awal])).toContain("Made Putra: siap");
  expect((await now().employees.findByNip(aNip(siti.nip)))?.id).toBe(begun?.id);
  expect(await accounts()).toBe(2);
  expect(await rolesOf(made.nip)).toEqual(["penyetuju", "operator"]);

  const before = await now().roles.find(begun?.id ?? "emp_");
  expect(await init(["--file", awal])).toContain("sudah terdaftar, datanya tidak diubah");
  expect(await now().roles.find(begun?.id ?? "emp_")).toEqual(before);
});

test("a second agency begins with a petugas and a penyetuju: an operator of the first decides", async () => {
  const people = [
    { ...siti, nip: "198001012005012009", email: "sri@mekar.example", peran: ["petugas"] },
    { ...made, nip: "198502022010011009", email: "made@mekar.example", peran: ["penyetuju"] },
  ];
  const mekar = { ...wanted, instansi: { id: "mekar", nama: "Kota Mekar" }, orang: people };
  expect(await init(["--file", write("mekar.json", mekar)])).toContain("Perlu dua operator");

  await init(["--file", write("awal.json", wanted)]);
  const args = ["--file", write("mekar.json", mekar)];
  expect(await init([...args, "--oleh", siti.nip])).toContain("Made Putra: siap");
  expect(await rolesOf("198001012005012009")).toEqual(["petugas"]);
  expect(await rolesOf("198502022010011009")).toEqual(["penyetuju"]);
});

test("by flags, and with --dry-run nothing is written", async () => {
  const orang = (person: typeof siti) => [
    "--orang",
    Object.entries(person)
      .map((pair) => pair.join("="))
      .join("; "),
  ];
  const flags = [
    ...["--instansi", "kobar", "--nama-instansi", kobar.nama, "--alasan", "SK 1/2026"],
    ...orang(siti),
    ...orang(made),
  ];

  expect(await init([...flags, "--dry-run"])).toContain("petugas, operator (baru)");
  expect(await now().employees.findByNip(aNip(siti.nip))).toBeUndefined();
  expect(await now().agencies.list()).toEqual([]);

  expect(await init(flags)).toContain("Siti Rahma: siap");
  expect(await rolesOf(siti.nip)).toEqual(["petugas", "operator"]);
});

test.each([
  ["an emblem that is not there", { lambang: "batik" }, "Lambang batik tidak ada."],
  ["a contact without room on a card", { kontak: "W".repeat(160) }, "Tidak muat pada kartu"],
])("%s is refused with --dry-run already", async (_, change, problem) => {
  const awal = write("awal.json", { ...wanted, instansi: { ...kobar, ...change } });

  expect(await init(["--file", awal, "--dry-run"])).toContain(problem);
});

const all = ["petugas", "penyetuju", "operator"];

test.each([
  ["one person", { orang: [siti] }, "orang"],
  [
    "one operator",
    {
      orang: [
        { ...siti, peran: all },
        { ...made, peran: ["auditor"] },
      ],
    },
    "Perlu dua operator",
  ],
  [
    "a petugas whom nobody else approves",
    {
      orang: [
        { ...siti, peran: all },
        { ...made, peran: ["operator"] },
      ],
    },
    "perlu penyetuju, orang lain",
  ],
  ["a role that is not there", { orang: [siti, { ...made, peran: ["dewa"] }] }, "peran"],
  ["no address", { orang: [{ ...siti, email: "siti" }, made] }, "Orang ke-1: Surel: ditulis"],
  ["golongan of PPPK", { orang: [siti, { ...made, golongan: "IX" }] }, "Orang ke-2: Golongan:"],
  [
    "a name with degrees",
    { orang: [{ ...siti, name: "Siti Rahma, S.H." }, made] },
    "Orang ke-1: Nama tanpa gelar: tulis tanpa koma. Gelar punya isian sendiri.",
  ],
  [
    "a TMT in words",
    { orang: [siti, { ...made, tmt: "1 Jan 2010" }] },
    "Orang ke-2: TMT: tanggal kalender, ditulis YYYY-MM-DD",
  ],
  ["a TMT ahead", { orang: [siti, { ...made, tmt: "2054-01-01" }] }, "Orang ke-2: TMT: sesudah"],
  ["a number twice", { orang: [siti, { ...made, nip: siti.nip }] }, "Satu NIP ditulis untuk dua"],
  ["an id with capitals", { instansi: { ...kobar, id: "Kobar Barat" } }, "huruf kecil"],
])("%s is refused before anything is written", async (_, change, problem) => {
  expect(await init(["--file", write("awal.json", { ...wanted, ...change })])).toContain(problem);

  expect(await now().employees.findByNip(aNip(siti.nip))).toBeUndefined();
  expect(await accounts()).toBe(0);
});

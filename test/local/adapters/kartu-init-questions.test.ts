/** The questions of `kartu init`, and what it refuses before it has asked or written much. */
import { expect, test } from "vitest";
import { aNip } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { accountForThisFile, kobar, made, siti, wanted } from "./first-people-for-this-file.ts";

const { cloud, file, write, now, init, accounts } = await accountForThisFile();

test("it asks for everything, and for a wrong answer again", async () => {
  const answersOf = ({ nip, name, email, golongan, jabatan, unitKerja, peran }: typeof siti) => [
    nip,
    name,
    "",
    "",
    email,
    golongan,
    jabatan,
    unitKerja,
    "",
    peran.join(","),
  ];
  const answers = [
    ...["kobar", kobar.nama, "WIX", "", "burung", "truntum", kobar.kontak, "123"],
    ...[...answersOf(siti).slice(0, 1), "Siti Rahma, S.H.", ...answersOf(siti).slice(1)],
    ...[...answersOf(made).slice(0, 8), "1 Jan 2010", "2054-01-01", "", "penyetuju,operator"],
    ...["tidak", "SK 1/2026", "ya"],
  ];

  const told = await init([], `${answers.join("\n")}\n`);

  expect(told).toContain("NIP: terdiri dari 18 angka");
  expect(told).toContain("pilih WIB, WITA, WIT");
  expect(told).toContain("Pilih satu dari daftar.");
  expect(told).toContain("Gelar punya isian sendiri.");
  expect(told).toContain("TMT: tanggal kalender, ditulis YYYY-MM-DD");
  expect(told).toContain("TMT: sesudah hari ini");
  expect(told).toContain("Made Putra: siap");
  expect(await now().employees.findByNip(aNip(siti.nip))).toMatchObject({ tmt: "2005-01-01" });
});

test("what two people cannot share, and roles that nobody has yet, are asked for at once", async () => {
  const { nip, name, email, golongan, jabatan, unitKerja } = siti;
  const record = (own: string, mail: string[]) => [
    ...[own, name, "", "", ...mail, golongan, jabatan, unitKerja, "2010-01-01"],
  ];
  const answers = [
    ...["kobar", "", kobar.nama, "", "", ""],
    ...[...record(nip, [email]), "petugas,operator"],
    ...[nip, ...record(made.nip, [email.toUpperCase(), made.email]), "penyetuju"],
    ...[...record("198602022011011004", ["oka@kobar.example"]), "operator"],
    ...["tidak", "SK 1/2026", "ya"],
  ];

  const told = await init([], `${answers.join("\n")}\n`);

  expect(told).toContain("wajib diisi");
  expect(told).toContain("NIP: sudah ditulis untuk orang lain.");
  expect(told).toContain("Surel: sudah ditulis untuk orang lain.");
  expect(told).toMatch(/Perlu dua operator:.* Tambah satu orang lagi\.\nOrang ke-3, NIP:/);
  expect(await accounts()).toBe(3);
});

test("without the outputs of a deployment it asks nothing", async () => {
  const args = ["init", "--outputs", file("none.json")];
  const { printed, code } = await kartu(args, { cloud, input: "kobar\n" });

  expect(code).toBe(1);
  expect(printed).toContain("none.json bukan berkas yang ditulis cdk deploy --outputs-file.");
  expect(printed).not.toContain("Kode instansi");
});

test("an agency that is there is not changed, by questions neither", async () => {
  await init(["--file", write("awal.json", wanted)]);
  const before = await now().agencies.list();
  const other = { ...wanted, instansi: { ...kobar, nama: "Kabupaten Lain" } };

  expect(await init(["--file", write("other.json", other)])).toContain(
    "Instansi kobar sudah ada dan berbeda.",
  );
  const asked = await init([], "kobar\nKabupaten Lain\n\n\n\n");
  expect(asked).toContain("Instansi kobar sudah ada dan berbeda.");
  expect(asked).not.toContain("Orang ke-1");
  expect(await now().agencies.list()).toEqual(before);
});

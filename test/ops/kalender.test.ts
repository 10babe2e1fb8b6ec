/** `kartu kalender`: the country's days off from a file, looked at first, loaded by an operator, taken away only at a word. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoYear } from "../../local/demo/calendars.ts";
import { calendarCommand } from "../../ops/kalender.ts";
import { aNip, anEmployee } from "../support/builders.ts";
import { EmployeesInMemory } from "../support/employees-in-memory.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { aGrant, RolesInMemory } from "../support/roles-in-memory.ts";
import { WorkCalendarsInMemory } from "../support/work-calendars-in-memory.ts";

const operator = anEmployee({ id: "emp_oka", nip: aNip("197205052009031901") });
const heading = "Jenis;Tanggal;Sampai;Nama;Dasar";
const skb = "SKB contoh";
const lebaran = `libur nasional;10/03/2027;11/03/2027;Idulfitri;${skb}`;
const natal = "cuti bersama;24-12-2027;;Natal;Keppres contoh";
const fast = "ramadan;08/02/2027;09/03/2027;;Kemenag contoh";

function setUp() {
  const calendars = new WorkCalendarsInMemory();
  const roles = new RolesInMemory();
  roles.set(operator.id, aGrant("operator"));
  const employees = new EmployeesInMemory(operator);
  const tables = { calendars, roles, employees, clock: new FakeClock() };
  const run = async (verb: string, subject: string, said: object = {}) => {
    const printed: string[] = [];
    const order = { verb, subject, oleh: operator.nip, hapus: false, ...said };
    await calendarCommand(tables, order, (line) => printed.push(line));
    return printed.join("\n");
  };
  return { calendars, run };
}

function fileOf(...lines: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), "kartu-kalender-")), "kalender.csv");
  writeFileSync(path, [heading, ...lines].join("\n"));
  return path;
}

test("a year is looked at, loaded whole, shown, and loaded once more without a change", async () => {
  const { calendars, run } = setUp();
  const file = fileOf(natal, lebaran, fast);

  const preview = await run("periksa", file, { oleh: undefined });
  expect(preview).toContain("2027: 4 ditambah, 0 dihapus, 0 diganti.");
  expect(preview).toContain("+ Jumat, 24 Desember 2027, cuti bersama: Natal (Keppres contoh)");
  expect(await calendars.national(2027)).toBeUndefined();

  expect(await run("muat", file)).toContain("2027: ditulis.");
  expect(await calendars.national(2027)).toEqual({
    ...{ year: 2027, revision: 1 },
    holidays: [
      { kind: "libur-nasional", day: "2027-03-10", name: "Idulfitri", source: skb },
      { kind: "libur-nasional", day: "2027-03-11", name: "Idulfitri", source: skb },
      { kind: "cuti-bersama", day: "2027-12-24", name: "Natal", source: "Keppres contoh" },
    ],
    ramadan: [{ from: "2027-02-08", until: "2027-03-09", source: "Kemenag contoh" }],
  });
  expect(await run("lihat", "2027")).toMatch(/^2027: perubahan ke-1\.\n {2}Senin, 8 Februari/);
  expect(await run("muat", file)).toContain("2027: tetap.");
  expect(calendars.history).toMatchObject([
    {
      ...{ subjectId: "holidays#2027", revision: 1, action: "registered" },
      ...{ actor: { role: "operator", id: operator.id } },
    },
  ]);
});

test("a cuti bersama of later is added, with the note by which counts are made again; one is taken away only at a word", async () => {
  const { calendars, run } = setUp();
  await run("muat", fileOf(lebaran, natal));
  const [first] = await calendars.uncounted();
  expect(first).toMatchObject({ from: "2027-01-01", until: "2027-12-31" });
  if (first) await calendars.markCounted(first);

  const more = "cuti bersama;12/03/2027;;Idulfitri;Keppres 2 contoh";
  await run("muat", fileOf(lebaran, natal, more));
  const note = { id: expect.any(String), from: "2027-03-12", until: "2027-03-12" };
  expect(await calendars.uncounted()).toEqual([note]);

  const less = fileOf(lebaran, more.replace("Keppres 2", "Keppres 3"));
  await expect(run("muat", less)).rejects.toThrow("1 hari yang ada sekarang tidak ada di berkas.");
  expect(await calendars.national(2027)).toMatchObject({ revision: 2 });
  const loaded = await run("muat", less, { hapus: true });
  expect(loaded).toContain("2027: 0 ditambah, 1 dihapus, 1 diganti.");
  expect(calendars.history.at(-1)?.changes).toEqual([
    { field: "cuti-bersama", from: "2027-12-24 Natal (Keppres contoh)" },
    {
      field: "cuti-bersama",
      from: "2027-03-12 Idulfitri (Keppres 2 contoh)",
      to: "2027-03-12 Idulfitri (Keppres 3 contoh)",
    },
  ]);
});

test("all that is wrong with a file is said at once, by line, and nothing is written", async () => {
  const { calendars, run } = setUp();
  const wrong = fileOf(
    ...[lebaran, `libur nasional;11/03/2027;;Idulfitri lagi;${skb}`, "libur;31/02/2027;;;"],
    ...[
      `cuti bersama;24/12/2027;23/12/2027;Natal\u202e;${skb}`,
      `libur nasional;01/01/2019;;A;${skb}`,
    ],
  );

  await expect(run("muat", wrong)).rejects.toThrow(
    [
      "baris 4: jenis «libur» tidak dikenal: libur nasional, cuti bersama, ramadan.",
      "baris 4: tanggal «31/02/2027» bukan hari di kalender.",
      "baris 4: nama wajib diisi.",
      "baris 4: dasar wajib diisi.",
      "baris 5: sampai lebih awal daripada tanggal.",
      "baris 5: nama memuat karakter yang tidak terlihat.",
      "baris 6: tanggal «01/01/2019» bukan hari di kalender.",
      "baris 3: 2027-03-11 sudah ada di baris 2.",
    ].join("\n"),
  );
  expect(calendars.history).toEqual([]);
});

test("a fast over New Year is of both years, and of no year that the file does not say", async () => {
  const { calendars, run } = setUp();
  const over = "ramadan;26/12/2030;24/01/2031;Ramadan;contoh";
  const years = ["2030", "2031"].map((year) => `libur nasional;01/01/${year};;Tahun Baru;${skb}`);
  await run("muat", fileOf(over, ...years));
  for (const year of [2030, 2031])
    expect(await calendars.national(year)).toMatchObject({ ramadan: [{ from: "2030-12-26" }] });
  await expect(run("periksa", fileOf(over))).rejects.toThrow("Berkas tidak memuat hari libur.");
});

test.each([
  ["muat", {}, "nowhere.csv tidak dapat dibaca"],
  ["hapus", {}, "Sebut lihat, periksa, atau muat."],
  ["lihat", {}, "Sebut satu tahun, misalnya 2026."],
])("%s of a file that is not there is refused", async (verb, said, why) => {
  const { run } = setUp();
  await expect(run(verb, "nowhere.csv", said)).rejects.toThrow(why);
});

test("only an operator loads, and a file without its headings says which are missing", async () => {
  const { calendars, run } = setUp();
  const file = fileOf(lebaran);
  await expect(run("muat", file, { oleh: undefined })).rejects.toThrow("Sebut --oleh");
  const nobody = { oleh: "196801012005032901" };
  await expect(run("muat", file, nobody)).rejects.toThrow("Tidak ada pegawai");
  writeFileSync(file, "jenis;tanggal\n");
  await expect(run("periksa", file)).rejects.toThrow("tidak memuat kolom sampai, nama, dasar.");
  expect(calendars.history).toEqual([]);
});

test("the file of 2026 in docs says what the demo says", async () => {
  const { calendars, run } = setUp();
  await run("muat", "docs/kalender-2026.csv");
  expect((await calendars.national(2026))?.holidays).toEqual(demoYear(2026).holidays);
});

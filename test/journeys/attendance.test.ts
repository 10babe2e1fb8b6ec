/** A month of a unit's attendance, from three machine files with planted faults to a locked recap: by keyboard, at 360 px. */
import { beforeEach, describe, expect } from "vitest";
import { dayIn } from "#shared/runtime/zone.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { attendanceWords } from "./support/attendance-words.ts";
import { addCrowd } from "./support/crowd.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { MachineMonth } from "./support/machine-files.ts";
import { phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const page = "/petugas/instansi?bagian=presensi";
const unitKerja = "Bidang Presensi";

const machines = [
  ["pintu-utama", "Pintu utama"],
  ["pintu-samping", "Pintu samping"],
  ["gerbang", "Gerbang halaman"],
] as const;

describe.each(languagesOf("attendance"))("a month of a unit's attendance, in %s", (language) => {
  const text = attendanceWords[language];
  let world: World;
  let tour: Tour;
  let own: Tour;
  let officer: SeededPerson;
  let holder: SeededPerson;
  let others: readonly string[];
  let months: MachineMonth;
  let files: readonly ReturnType<MachineMonth["sideDoor"]>[];

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { instansiId, instansi, surname, from } = text;
    const at = { instansiId, instansi, unitKerja };
    officer = await world.newcomer({ ...at, like: "Budi Petugasanto", name: `Bagas ${surname}` });
    holder = await world.newcomer({ ...at, like: "Siti Contohwati", name: `Ratih ${surname}` });
    const stranger = await world.newcomer({ like: "Siti Contohwati", name: `Asing ${surname}` });
    const named = (i: number) => ({ unitKerja, name: `Rekan ${surname} ${i + 1}` });
    others = await addCrowd(world.cloud, 3, { instansiId, instansi }, named, from);
    const [, , last = ""] = others;
    const { nip } = holder.employee;
    months = new MachineMonth(dayIn("WIB", world.cloud.clock.now()));
    files = [
      months.mainDoor(nip, officer.employee.nip, stranger.employee.nip),
      months.sideDoor(),
      months.yardGate(last),
    ];
    const visit = async () =>
      new Tour(language, await world.visitor({ ...phone, language }), world.cloud.siteUrl, {
        hands: keyboard,
      });
    [tour, own] = [await visit(), await visit()];
  }, 480_000);
  beforeEach(() => pictureFailures([tour.visitor, own.visitor], "attendance-"));

  const sees = (...texts: readonly (string | RegExp)[]) =>
    texts.reduce((before, each) => before.then(() => tour.visitor.sees(each)), Promise.resolve());

  test("the agency's machines, and whose their numbers are", async () => {
    await tour.visitor.signIn(officer.employee.nip);
    await tour.visitor.isAt("/petugas/beranda");
    await tour.open("/petugas", ".list-top a");
    await tour.click("main a[href$='bagian=presensi']");
    await tour.shows("#bulan");
    await tour.look("presensi-rekap-kosong");
    await tour.click("main a[href$='lihat=mesin']");
    await tour.shows("#machines-title");
    await tour.look("presensi-mesin-kosong");
    await tour.press(text.add);
    await tour.shows("#step-title:focus");
    await tour.submit();
    await tour.lookAtErrors("presensi-mesin-galat");
    for (const [i, [id, name]] of machines.entries()) {
      if (i > 0) await tour.press(text.add);
      await tour.shows("#step-title");
      await tour.fill("machine", id);
      await tour.fill("name", name);
      await tour.fill("reason", "BA 1/2026");
      await tour.submit();
      await tour.shows(".notice-good:focus");
    }
    await tour.look("presensi-mesin");
    await tour.press(new RegExp(`${text.pins.source}Pintu samping`));
    await tour.shows("#step-title:focus");
    const [one, two] = others;
    await tour.fill("list", `11;${one}\n0012;${two}\n13;1985`);
    await tour.submit();
    await sees(text.pinsSaved, text.badPin);
    await tour.look("presensi-pin");
    await tour.press(text.back);
    await tour.shows("#machines-title");
  }, 240_000);

  const send = async (place: number, some: number, all: number) => {
    const [file, [, name]] = [files[place], machines[place] ?? machines[0]];
    if (!file) throw new Error("There is no such file.");
    await tour.press(text.import(name));
    await tour.shows("#step-title:focus");
    await tour.page.setInputFiles("#file", file);
    await tour.choose("bulan", months.month);
    await tour.submit();
    await sees(text.taken(some, all));
  };
  const goBack = async () => {
    await tour.press(text.back);
    await tour.shows("#machines-title");
  };

  test("three files are imported; what is refused is told by line, and a file again changes nothing", async () => {
    await tour.press(text.import("Pintu utama"));
    await tour.shows("#step-title:focus");
    await tour.submit();
    await tour.lookAtErrors("presensi-impor-galat");
    await goBack();
    await send(0, 4 * months.workdays - 5, 4 * months.workdays + 2);
    await sees(...text.refusals, text.twice, text.double);
    await tour.look("presensi-impor");
    await goBack();
    await send(1, 4 * months.workdays, 4 * months.workdays + 1);
    await sees(text.unknownPin);
    await goBack();
    await send(2, 2 * months.workdays, 2 * months.workdays + 1);
    await sees(text.american, text.zone);
    await goBack();
    await send(0, 4 * months.workdays - 5, 4 * months.workdays + 2);
    await sees(text.nothing);
    await goBack();
  }, 240_000);

  test("a clock that was wrong is put right afterwards", async () => {
    await tour.press(new RegExp(`${text.clock.source}Pintu samping`));
    await tour.shows("#step-title:focus");
    await tour.submit();
    await tour.lookAtErrors("presensi-jam-galat");
    await tour.fill("from", `01/${months.month.slice(5)}/${months.month.slice(0, 4)}`);
    await tour.fill("minutes", "-7");
    await tour.fill("reason", "BA 2/2026");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await sees(text.clockFixed);
    await tour.look("presensi-jam");
  }, 240_000);

  test("shifts of a unit and a grade of the agency's own are said, and taken back", async () => {
    await tour.click("main a[href$='lihat=jadwal']");
    await tour.shows("#schedules-title");
    await tour.look("presensi-jadwal-kosong");
    await tour.press(text.addSchedule);
    await tour.shows("#step-title:focus");
    await tour.submit();
    await tour.lookAtErrors("presensi-jadwal-galat");
    await tour.fill("unit", unitKerja);
    await tour.fill("from", "01/01/2031");
    await tour.fill("turns", "7.30-15.00 30\n21.00-05.30 30\nlibur");
    await tour.fill("source", "SK 3/2030");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await sees("07:30-15:00 30", "21:00-05:30 30");
    await tour.press(text.changeGrade);
    await tour.shows("#step-title:focus");
    await tour.fill("value", "TL1 6\nTL2 6");
    await tour.submit();
    await tour.lookAtErrors("presensi-ketentuan-galat");
    await tour.fill("value", "TL1 6\nTL2 61");
    await tour.fill("from", "01/01/2031");
    await tour.fill("source", "SK 4/2030");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await sees("TL1 6, TL2 61");
    await tour.look("presensi-jadwal");
    for (const remove of [text.removeSchedule, text.removeTerm]) {
      await tour.press(remove);
      await tour.shows("#step-title:focus");
      await tour.fill("reason", "SK 5/2030");
      await tour.submit();
      await tour.shows(".notice-good:focus");
    }
    for (const gone of [text.removeSchedule, text.removeTerm])
      expect(await tour.visitor.button(gone).count()).toBe(0);
  }, 240_000);

  test("the unit's month in figures, a person's day by day, one put right, and all locked", async () => {
    await tour.open(page, "#bulan");
    await tour.submit();
    await tour.lookAtErrors("presensi-rekap-galat");
    await tour.fill("unit", unitKerja);
    await tour.choose("bulan", months.month);
    await tour.submit();
    await tour.shows("#recap-title");
    await sees(text.reprimand);
    await tour.look("presensi-rekap");
    await tour.click(`main a[href*="id=${holder.id}"]`);
    await tour.shows("#days-title");
    await sees(text.late, text.night, text.noEnd, text.reprimand);
    await tour.look("presensi-orang");
    await tour.press(text.correct);
    await tour.shows("#step-title:focus");
    await tour.submit();
    await tour.lookAtErrors("presensi-koreksi-galat");
    await tour.choose("day", months.faults.absent[0] ?? "");
    await tour.choose("absence", "dinas-luar");
    await tour.fill("reason", text.reason);
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await sees(text.reason);
    await tour.look("presensi-dikoreksi");

    await tour.click(`main a[href*="bulan=${months.month}"]:not([href*="id="])`);
    await tour.shows("#recap-title");
    await tour.press(text.lock);
    await sees(text.locked, text.ownOpen);
    await tour.look("presensi-terkunci");
    const downloading = tour.page.waitForEvent("download");
    await tour.press(text.csv);
    expect((await downloading).suggestedFilename()).toBe(`presensi-${months.month}.csv`);
    await tour.click(`main a[href*="id=${holder.id}"]`);
    await tour.shows("#days-title");
    await tour.press(text.unlock);
    await tour.shows("#step-title:focus");
    await tour.look("presensi-buka");
  }, 240_000);

  test("the holder reads the own month", async () => {
    await own.visitor.signIn(holder.employee.nip);
    await own.visitor.isAt("/kartu");
    await own.shows("#services-title");
    await own.click('#services-title ~ ul a[href$="bagian=presensi"]');
    await own.shows("#days-title");
    await own.look("presensi-sendiri");
    await own.open(`/pengajuan?bagian=presensi&bulan=${months.month}`, "#days-title");
    for (const told of [text.late, text.night, text.reason, text.state])
      await own.visitor.sees(told);
    await own.look("presensi-sendiri-terkunci");
    for (const { complaints } of [tour.visitor, own.visitor]) expect(complaints).toEqual([]);
  }, 240_000);
});

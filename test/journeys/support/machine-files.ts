/** What three machines at the doors of one office have told of a month, each in its maker's way, with all that goes wrong. */
import { daysAfter } from "#shared/employee/retirement.ts";
import { demoYear } from "../../../local/demo/calendars.ts";

interface MachineFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A month that is over, in which nothing but weekends is off, and nobody fasts. */
export class MachineMonth {
  readonly month: string;
  readonly #days: readonly string[];

  /** The newest one before a day. */
  constructor(today: string) {
    let first = firstBefore(firstBefore(`${today.slice(0, 7)}-01`));
    while (!isPlain(first.slice(0, 7))) first = firstBefore(first);
    this.month = first.slice(0, 7);
    this.#days = daysOf(this.month).filter((day) => weekdayOf(day) % 6 !== 0);
  }

  /** Of its working days, from 0. */
  day(place: number): string {
    return this.#days[place] ?? "";
  }

  /** The days on which something goes wrong with the holder's readings. */
  get faults() {
    const friday = this.#days.findIndex((day, i) => i > 5 && weekdayOf(day) === 5);
    const [twice, double, late] = [this.day(2), this.day(3), this.day(4)];
    const absent = [1, 2, 3].map((after) => this.day(friday + 1 + after));
    return { twice, double, late, night: this.day(friday), noEnd: this.day(friday + 1), absent };
  }

  get workdays(): number {
    return this.#days.length;
  }

  /**
   * By NIP, as a spreadsheet has saved it. A line of the holder's comes twice, a finger was laid on again, a morning is late, a Friday ends
   * past midnight, a day has no end, on three nobody came. A colleague's month is whole.
   */
  mainDoor(holder: string, colleague: string, stranger: string): MachineFile {
    const own = this.#days.flatMap((day) => this.#withFaults(holder, day));
    const whole = this.#days.flatMap((day) => [
      `${colleague};${typed(day)};07.20`,
      `${colleague};${typed(day)};16.40`,
    ]);
    const day = typed(this.day(0));
    return file("pintu-utama.csv", [
      "NIP;Tanggal;Jam",
      ...own,
      ...whole,
      `1,98503E+17;${day};07.30`,
      `198503031990120000;${day};07.30`,
      `${stranger};${day};07.30`,
      `;${day};07.30`,
      `${holder};01/01/2000;00.03`,
      `${holder};05/10/2099;07.30`,
      `${holder};2 Oktober;07.30`,
    ]);
  }

  #withFaults(nip: string, day: string): readonly string[] {
    const { twice, double, late, night, noEnd, absent } = this.faults;
    const at = (time: string, on = day) => `${nip};${typed(on)};${time}`;
    const usual = [at("07.25"), at("16.35")];
    if (absent.includes(day)) return [];
    if (day === twice) return [...usual, at("07.25")];
    if (day === double) return [...usual, at("07.31")];
    if (day === late) return [at("08.10"), at("16.35")];
    if (day === night) return [at("07.25"), at("00.20", daysAfter(day, 1))];
    return day === noEnd ? [at("07.25")] : usual;
  }

  /** By PIN, without headings, as a stick has it; its clock is seven minutes fast. On the last day the second one leaves early. */
  sideDoor(): MachineFile {
    const line = (pin: string, day: string, time: string) => `${pin}\t${day} ${time}\t1\t0\t1\t0`;
    const last = this.#days.at(-1);
    const days = this.#days.flatMap((day) => [
      line("0011", day, "07:36:10"),
      line("12", day, "07:30:41"),
      line("12", day, day === last ? "15:00:00" : "16:47:02"),
      line("0011", day, "16:44:00"),
    ]);
    return file("pintu-samping.txt", [...days, line("99", this.day(0), "07:31:00")]);
  }

  /** By NIP, of an American program: the month comes first. */
  yardGate(nip: string): MachineFile {
    const us = (day: string) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
    const days = this.#days.flatMap((day) => [
      `21,'${nip},${us(day)} 7:29 AM,C/In`,
      `21,'${nip},${us(day)} 4:41 PM,C/Out`,
    ]);
    return file("gerbang.csv", [
      "No. ID,NIP,Date Time,State",
      ...days,
      `21,'${nip},${us(this.day(1))} 07:29 WIB,C/In`,
    ]);
  }
}

const firstBefore = (first: string) => `${daysAfter(first, -1).slice(0, 7)}-01`;
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

function daysOf(month: string): readonly string[] {
  const days = Array.from({ length: 31 }, (_, i) => daysAfter(`${month}-01`, i));
  return days.filter((day) => day.startsWith(month));
}

/** As the demo's calendars say. */
function isPlain(month: string): boolean {
  const { holidays, ramadan } = demoYear(Number(month.slice(0, 4)));
  const [first = "", last = ""] = [daysOf(month)[0], daysOf(month).at(-1)];
  const fasts = ramadan.some(({ from, until }) => from <= last && until >= first);
  return !fasts && holidays.every(({ day }) => !day.startsWith(month));
}

const file = (name: string, lines: readonly string[]): MachineFile => ({
  ...{ name, mimeType: "text/plain", buffer: Buffer.from(`${lines.join("\r\n")}\r\n`) },
});

/** "05/10/2026" */
const typed = (day: string) => day.split("-").reverse().join("/");

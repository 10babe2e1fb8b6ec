/** Lines of a machine's file: readings of people who are known, and all that is wrong, at once. It writes nothing. */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { isScientific } from "#shared/import/clean-cell.ts";
import { judgeNip } from "#shared/import/judge-number.ts";
import { wayOf } from "./machine-columns.ts";
import { type MachineCode, type MachineFinding, machineFinding } from "./machine-findings.ts";
import { type DayOrder, readClock } from "./read-clock.ts";
import { minuteOf, type Reading } from "./reading.ts";

/** Whose finger, and when, as the machine wrote it. */
export interface MachineLine {
  /** Of the file, from 1. */
  readonly line: number;
  readonly number: string;
  /** The number is a NIP by its column's heading. */
  readonly isNip: boolean;
  readonly time: string;
  readonly way: string;
}

interface PersonReading {
  readonly person: EmployeeId;
  readonly line: number;
  readonly reading: Reading;
}

export interface JudgedLines {
  /** A line that comes twice is here twice; a month has it once (`added`). */
  readonly readings: readonly PersonReading[];
  /** In the order of the lines as they were given. */
  readonly findings: readonly MachineFinding[];
}

export interface Importing {
  readonly machine: string;
  /** Whose the numbers are. A PIN has no zeros before it. */
  readonly who: {
    readonly ofNip: (nip: Nip) => EmployeeId | undefined;
    /** "two": of two people, so nobody's. */
    readonly ofPin: (pin: string) => EmployeeId | "two" | undefined;
  };
  /** Days that the file is taken for, by the machine's clock. */
  readonly from: string;
  readonly until: string;
  /** What the machine's clock says now, at its fastest: "2026-03-02T07:31:05". */
  readonly now: string;
  /** Readings that lie no farther apart are one (`AttendanceTerms`); 0: none is told. */
  readonly doubleMinutes?: number;
}

/** Whatever line is wrong, the others are read. @param lines of one person all together, where they come in parts */
export function judgeLines(
  lines: readonly MachineLine[],
  order: DayOrder,
  importing: Importing,
): JudgedLines {
  const judge = new LineJudge(importing, order);
  for (const line of lines) judge.take(line);
  return { readings: judge.readings, findings: [...judge.findings, ...judge.doubles()] };
}

/** The number as people's PINs are kept. */
export const plainPin = (pin: string): string => pin.replace(/^0+(?=.)/, "");

/** Whether a number can only be a NIP. */
export function isNipLike({ number, isNip }: Pick<MachineLine, "number" | "isNip">): boolean {
  return isNip || isScientific(number) || number.replaceAll(/\D/g, "").length > 14;
}

class LineJudge {
  readonly readings: PersonReading[] = [];
  readonly findings: MachineFinding[] = [];
  readonly #importing: Importing;
  readonly #order: DayOrder;
  readonly #known = new Set<string>();

  constructor(importing: Importing, order: DayOrder) {
    this.#importing = importing;
    this.#order = order;
  }

  take({ line, number, isNip, time: text, way: pressed }: MachineLine): void {
    const who = this.#personOf(number, isNip);
    const when = this.#timeOf(text);
    // What is wrong with who is said beside what is wrong with when.
    if ("code" in who) this.findings.push(machineFinding(line, who.code, number));
    if ("code" in when) this.findings.push(machineFinding(line, when.code, text));
    if ("code" in who || "code" in when) return;
    const { machine } = this.#importing;
    const way = wayOf(pressed);
    const key = `${who.person}|${when.time}`;
    if (this.#known.has(key)) this.findings.push(machineFinding(line, "line-twice", text));
    this.#known.add(key);
    const reading = { machine, time: when.time, ...(way && { way }) };
    this.readings.push({ person: who.person, line, reading });
  }

  /** A finger that was laid on again, or somebody who came and went within minutes: both stay, and count as one. */
  doubles(): readonly MachineFinding[] {
    const { doubleMinutes = 0 } = this.#importing;
    const sorted = this.readings.toSorted(
      (a, b) =>
        (a.person < b.person ? -1 : Number(a.person > b.person)) ||
        (a.reading.time < b.reading.time ? -1 : 1),
    );
    return sorted.flatMap(({ person, line, reading: { time } }, i) => {
      const before = sorted[i - 1];
      if (before?.person !== person || before.reading.time === time) return [];
      const apart = minuteOf(time) - minuteOf(before.reading.time);
      return apart <= doubleMinutes ? [machineFinding(line, "reading-double", time)] : [];
    });
  }

  #personOf(number: string, isNip: boolean): { readonly person: EmployeeId } | Wrong {
    if (number === "") return { code: "person-missing" };
    const { ofNip, ofPin } = this.#importing.who;
    if (!isNipLike({ number, isNip })) {
      const person = ofPin(plainPin(number));
      return person === "two" ? { code: "pin-of-two" } : known(person, "pin-unknown");
    }
    const judged = judgeNip(number, false);
    if (judged.code === undefined) return known(ofNip(judged.nip), "nip-unknown");
    return { code: isNipCode(judged.code) ? judged.code : "nip-malformed" };
  }

  #timeOf(text: string): { readonly time: string } | Wrong {
    if (text === "") return { code: "time-missing" };
    const when = readClock(text, this.#order);
    if ("code" in when) return when;
    const { from, until, now } = this.#importing;
    if (when.time > now) return { code: "time-future" };
    const day = when.time.slice(0, 10);
    return day < from || day > until ? { code: "time-outside" } : when;
  }
}

interface Wrong {
  readonly code: MachineCode;
}

function known(
  person: EmployeeId | undefined,
  code: MachineCode,
): { readonly person: EmployeeId } | Wrong {
  return person ? { person } : { code };
}

const nipCodes = ["nip-scientific", "nip-last-digits-zero"] as const;
const isNipCode = (code: string): code is (typeof nipCodes)[number] =>
  nipCodes.some((each) => each === code);

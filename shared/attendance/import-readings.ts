import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { dayOf, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import { type Nip, parseNip } from "#shared/employee/nip.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { clockIn } from "#shared/runtime/zone.ts";
import { addReadings } from "./add-to-months.ts";
import type { Attendee } from "./attendance-month.ts";
import type { AttendanceMonths } from "./attendance-months.ts";
import { peopleByPin } from "./attendance-rules.ts";
import { attendanceTermsOn } from "./attendance-terms.ts";
import { ownMachine } from "./change-rules.ts";
import { type GivePins, ownPeople } from "./give-pins.ts";
import {
  isNipLike,
  type JudgedLines,
  judgeLines,
  type MachineLine,
  plainPin,
} from "./judge-machine-lines.ts";
import { type MachineFinding, machineFinding } from "./machine-findings.ts";
import type { DayOrder } from "./read-clock.ts";

export interface ImportReadings extends GivePins {
  readonly months: Pick<AttendanceMonths, "find" | "save">;
}

interface MachinePart {
  readonly machine: string;
  readonly from: string;
  readonly until: string;
  readonly order: DayOrder;
  /** All lines of a person stand in the same part, so that what is doubled is found. */
  readonly lines: readonly MachineLine[];
}

interface ImportedPart {
  /** Lines that were taken. */
  readonly readings: number;
  /** People of whom a month has changed, and those whose months had it all. */
  readonly added: number;
  readonly known: number;
  readonly findings: readonly MachineFinding[];
}

/**
 * Takes a part of a machine's file. It may be sent again: the months have each reading once.
 * @throws NotFound for who reaches only units of the agency, and of a machine that it does not have or that writes no files; Busy
 */
export async function importReadings(
  api: ImportReadings,
  { by, part }: { readonly by: Officer; readonly part: MachinePart },
): Promise<ImportedPart> {
  const instansiId = wholeAgencyOf(by);
  const { machine, rules } = await ownMachine(api, { instansiId, machine: part.machine });
  if (machine.kind === "gate") throw new NotFound("A gate writes no files.");
  const pins = peopleByPin(await api.attendanceRules.pinsOf({ instansiId, machine: machine.id }));
  const people = await whoIsIn(api, instansiId, part.lines, pins);
  const now = api.clock.now();
  const judged = judgeLines(part.lines, part.order, {
    ...{ machine: machine.id, from: part.from, until: part.until },
    now: `${clockIn(machine.zone, now)}:59`,
    doubleMinutes: attendanceTermsOn(dayOf({}, now), rules.terms).doubleMinutes,
    who: {
      ofNip: (nip) => people.byNip.get(nip)?.id,
      ofPin: (pin) => {
        const id = pins.get(pin);
        return id === "two" || (id && people.byId.has(id)) ? id : undefined;
      },
    },
  });
  const theirs = [...Map.groupBy(judged.readings, ({ person }) => person)].flatMap(
    ([person, all]) => {
      const record = people.byId.get(person);
      const readings = all.map(({ reading }) => reading);
      return record ? [{ attendee: attendeeOf(record), readings }] : [];
    },
  );
  const { added, known, refused } = await addReadings(api, theirs);
  const findings = [...judged.findings, ...refused.flatMap((each) => refusedLine(judged, each))];
  findings.sort((a, b) => a.line - b.line);
  return { readings: judged.readings.length, added, known, findings };
}

/** What a month needs of a record. */
export function attendeeOf({ id, instansiId, unitKerja, kind, zone }: Employee): Attendee {
  return { instansiId, person: id, unitKerja, kind, ...(zone && { zone }) };
}

/** Everybody whom the lines name, as their records are now: who has moved to another agency is nobody's here. */
async function whoIsIn(
  api: GivePins,
  instansiId: string,
  lines: readonly MachineLine[],
  pins: ReadonlyMap<string, EmployeeId | "two">,
) {
  const nips = lines.filter(isNipLike).flatMap(({ number }): Nip[] => {
    const nip = parseNip(number);
    return nip ? [nip] : [];
  });
  const told = lines.filter((line) => !isNipLike(line)).map(({ number }) => plainPin(number));
  const ofPins = [...new Set(told.map((pin) => pins.get(pin)))].filter(isPerson);
  const [byNip, records] = await Promise.all([
    ownPeople(api, instansiId, nips),
    api.employees.findAll(ofPins),
  ]);
  const own = [...records.values()].filter((each) => each.instansiId === instansiId);
  return { byNip, byId: new Map([...own, ...byNip.values()].map((each) => [each.id, each])) };
}

const isPerson = (id: EmployeeId | "two" | undefined): id is EmployeeId =>
  id !== undefined && id !== "two";

/** Told at the first line of the month that takes nothing any more. The day beside a month, which may end its last night, is none of it. */
function refusedLine(
  { readings }: JudgedLines,
  { person, month, why }: { person: EmployeeId; month: string; why: "closed" | "full" },
): readonly MachineFinding[] {
  const first = readings.find(
    (each) => each.person === person && each.reading.time.startsWith(month),
  );
  return first ? [machineFinding(first.line, `month-${why}`, first.reading.time)] : [];
}

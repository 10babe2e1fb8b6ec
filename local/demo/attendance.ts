/**
 * Attendance of the demo's first agency, by the product's own use cases: machines at three doors, one with a slow clock, shifts of an
 * emergency ward, a month that is locked and the readings since then, with every status. All invented.
 */
import type { Officer } from "#shared/access/scope.ts";
import { type ChangeMonths, closeUnit, correctMonth } from "#shared/attendance/change-months.ts";
import { changeRules } from "#shared/attendance/change-rules.ts";
import { givePins } from "#shared/attendance/give-pins.ts";
import { type ImportReadings, importReadings } from "#shared/attendance/import-readings.ts";
import { timeOfMinute } from "#shared/attendance/reading.ts";
import { expectedOn, type Schedule, schedulesOf } from "#shared/attendance/schedule.ts";
import { cardStatus, type EmployeeId } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { WorkCalendar, yearsOf } from "#shared/workday/work-calendar.ts";
import { demoAgencies } from "./agencies.ts";
import {
  actOf,
  daysFrom,
  demoCorrections,
  demoDoors,
  demoSchedules,
  passesOn,
} from "./attendance-days.ts";
import type { DemoPerson } from "./people.ts";

type Candidate = DemoPerson & { readonly id: EmployeeId };
type Door = ReturnType<typeof demoDoors>[number];

export type AttendanceWorld = ChangeMonths & ImportReadings;

const [{ id: instansiId, zone }] = demoAgencies;
const reason = "Data contoh";
/** So many days after a day of it a month is over for certain, and can be locked. */
const settled = 34;

interface Seeding {
  readonly world: AttendanceWorld;
  readonly by: Officer;
  /** The month that is locked, and the last day that is read. */
  readonly month: string;
  readonly until: string;
  readonly schedules: readonly Schedule[];
  readonly calendarOf: (person: Candidate) => WorkCalendar;
}

/** What an earlier start has brought is there once; the days since then are added. */
export async function seedAttendance(
  world: AttendanceWorld,
  people: readonly Candidate[],
): Promise<void> {
  const now = world.clock.now();
  const own = people.filter(
    ({ employee }) => employee.instansiId === instansiId && cardStatus(employee, now) === "active",
  );
  const officers = own
    .filter(({ roles }) => roles.includes("petugas"))
    .map(({ id }): Officer => ({ employeeId: id, instansiId, units: undefined }));
  const [by] = officers;
  if (!by) return;
  const month = daysAfter(dayIn(zone, now), -settled).slice(0, 7);
  const first = `${month}-01`;
  const doors = demoDoors(first);
  const { schedules } =
    (await world.attendanceRules.find(instansiId)) ?? (await enterRules(world, by, first));
  const until = daysAfter(dayIn(zone, now), -1);
  const calendarOf = await calendarsFor(world, { from: first, until });
  const seeding = { world, by, month, until, schedules, calendarOf };
  for (const door of doors) {
    const theirs = own.filter(({ employee }) => door.units.includes(employee.unitKerja));
    await readDoor(seeding, door, theirs);
  }
  const read = own.filter(({ employee }) =>
    doors.some(({ units }) => units.includes(employee.unitKerja)),
  );
  await correct(
    seeding,
    read.filter(({ id }) => id !== by.employeeId),
  );
  const units = new Set(read.map(({ employee }) => employee.unitKerja));
  // Nobody locks the own month: the second officer does.
  for (const officer of officers)
    for (const unit of units) await closeUnit(world, officer, { unit, month });
}

async function enterRules(world: AttendanceWorld, by: Officer, first: string) {
  const doors = demoDoors(first).map(({ machine }) => ({ ...machine, zone }));
  const name = "Balai kota, gerbang Kode hadir";
  const gate = { id: "gerbang", name, kind: "gate" as const, clocks: [], zone };
  const machines = [...doors, gate];
  const details = { machines, schedules: demoSchedules(first), terms: [] };
  return await changeRules(world, { by, revision: 0, reason, details });
}

async function calendarsFor(
  { calendars }: AttendanceWorld,
  span: { readonly from: string; readonly until: string },
) {
  const { agency, national } = await calendars.together(instansiId, yearsOf(span));
  return ({ id, employee: { unitKerja } }: Candidate) =>
    new WorkCalendar({ worker: { instansiId, unitKerja, id }, ...span, agency, national });
}

const workdaysOf = (
  { schedules, calendarOf }: Seeding,
  person: Candidate,
  days: readonly string[],
) => {
  const worker = { instansiId, unitKerja: person.employee.unitKerja, id: person.id };
  const calendar = calendarOf(person);
  return days.flatMap((day) => expectedOn(day, schedulesOf(worker, schedules), calendar) ?? []);
};

/** Long: one file of a machine, from its people to its lines. */
async function readDoor(seeding: Seeding, door: Door, people: readonly Candidate[]): Promise<void> {
  const { world, by, month, until } = seeding;
  const machine = door.machine.id;
  const numbered = people.map((person, i) => ({ person, pin: String(11 + i) }));
  if (door.hasPins) {
    const lines = numbered.map(({ person, pin }, i) => ({
      ...{ line: i + 1, pin, nip: person.employee.nip },
    }));
    await givePins(world, { by, machine, lines });
  }
  const days = daysFrom(`${month}-01`, until);
  const lines = numbered.flatMap(({ person, pin }) =>
    workdaysOf(seeding, person, days)
      .flatMap((expected) => passesOn(person.id, expected))
      .map((minute, i) => ({
        ...{ line: i + 1, number: door.hasPins ? pin : person.employee.nip },
        ...{ isNip: !door.hasPins, way: "" },
        time: `${timeOfMinute(minute - door.slow).replace("T", " ")}:00`,
      })),
  );
  await importReadings(world, {
    by,
    part: { machine, from: `${month}-01`, until, order: "day-first", lines },
  });
}

/** Each once: an earlier start may have entered it, or locked the month. */
async function correct(seeding: Seeding, people: readonly Candidate[]): Promise<void> {
  const { world, by, month } = seeding;
  const days = daysFrom(`${month}-01`, daysAfter(`${month}-01`, 27));
  for (const correction of demoCorrections) {
    const person = people[correction.who];
    const day = person && workdaysOf(seeding, person, days)[correction.on]?.day;
    const found = person && (await world.months.find({ instansiId, month }, person.id));
    if (!person || !day || !found || found.closed) continue;
    if (found.corrections.some((each) => each.day === day)) continue;
    const asked = { by, person: person.id, month, revision: found.revision };
    const { reason: why } = correction;
    await correctMonth(world, { ...asked, reason: why, act: actOf(correction, day) });
  }
}

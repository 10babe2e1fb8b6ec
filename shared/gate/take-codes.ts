import type { Officer } from "#shared/access/scope.ts";
import { addReadings, type TheirReadings } from "#shared/attendance/add-to-months.ts";
import type { Attendee } from "#shared/attendance/attendance-month.ts";
import type { AttendanceMonths } from "#shared/attendance/attendance-months.ts";
import type { AttendanceRules } from "#shared/attendance/attendance-rules.ts";
import { attendeeOf } from "#shared/attendance/import-readings.ts";
import { type Machine, sightingOf } from "#shared/attendance/machine.ts";
import type { Reading } from "#shared/attendance/reading.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { isOnTime, isSignedBy, readCode } from "#shared/presence/presence-code.ts";
import { settle } from "#shared/presence/settle-sightings.ts";
import { secondIn, usualZone } from "#shared/runtime/zone.ts";
import type { CodeOutcome } from "./gate-answers.ts";
import { type ListGateKeys, ownGate } from "./list-gate-keys.ts";
import { type LivingKey, livingKeys } from "./living-keys.ts";
import type { PresenceKey, PresenceKeys } from "./presence-keys.ts";

export interface TakeCodes extends Omit<ListGateKeys, "presenceKeys"> {
  readonly presenceKeys: Pick<PresenceKeys, "findAll">;
  readonly months: Pick<AttendanceMonths, "find" | "findAll" | "save">;
}

/** What a gate has read. */
interface ToldCode {
  readonly code: string;
  readonly person: EmployeeId;
  /** ISO instant, by the gate's clock. */
  readonly at: string;
}

/** By which a gate's clock may be ahead of ours, ms. */
const aheadMs = 60_000;

interface Taken {
  readonly attendee: Attendee;
  readonly reading: Reading;
}

/**
 * Writes what a gate has read into the months of its people, each code judged anew: the gate is believed nothing but when it read it. It may be
 * told again, and in any order.
 * @returns what became of each, in the order of the codes
 * @throws as `ownGate`; Busy
 */
export async function takeCodes(
  api: TakeCodes,
  {
    by,
    gate,
    codes,
  }: { readonly by: Officer; readonly gate: string; readonly codes: readonly ToldCode[] },
): Promise<readonly CodeOutcome[]> {
  const { machine, rules } = await ownGate(api, by, gate);
  const people = codes.map(({ person }) => person);
  const keys = await api.presenceKeys.findAll(by.instansiId, people);
  const living = await livingKeys(api, [...keys.values()]);
  const now = api.clock.now().getTime();
  const judged = await Promise.all(
    codes.map((each) =>
      judgeCode(each, {
        machine,
        now,
        key: keys.get(each.person),
        living: living.get(each.person),
      }),
    ),
  );
  const taken = judged.flatMap((each) => (typeof each === "string" ? [] : [each]));
  const { refused } = await addReadings(api, byPerson(taken));
  const rest = await seenElsewhere(api, by.instansiId, rules, taken);
  return judged.map((each): CodeOutcome => {
    if (typeof each === "string") return each;
    const { attendee, reading } = each;
    const why = refused.find(
      ({ person, month }) => person === attendee.person && reading.time.startsWith(month),
    )?.why;
    if (why) return `month-${why}`;
    return rest.has(nameOf(each)) ? "elsewhere" : "recorded";
  });
}

function byPerson(taken: readonly Taken[]): readonly TheirReadings[] {
  const people = Map.groupBy(taken, ({ attendee }) => attendee.person);
  return [...people.values()].flatMap((theirs) =>
    theirs.slice(0, 1).map(({ attendee }) => ({
      ...{ attendee, readings: theirs.map(({ reading }) => reading) },
    })),
  );
}

interface Known {
  readonly machine: Machine;
  readonly now: number;
  readonly key: PresenceKey | undefined;
  readonly living: LivingKey | undefined;
}

/** The order in which it is asked is that of gates, so that both say the same. */
async function judgeCode(
  { code: text, at: said }: ToldCode,
  { machine, now, key, living }: Known,
): Promise<Taken | CodeOutcome> {
  const code = readCode(text);
  const at = Date.parse(said);
  if (!code) return "not-ours";
  if (key?.device !== code.device) return "unknown";
  if (!living) return "signed-out";
  if (!isOnTime(code.step, at) || at > now + aheadMs) return "off-time";
  if (!(await isSignedBy(code, key))) return "bad-signature";
  const time = secondIn(machine.zone, new Date(at));
  const reading = { machine: machine.id, time, step: code.step };
  return { attendee: attendeeOf(living.employee), reading };
}

const nameOf = ({ attendee, reading }: Taken): string =>
  [attendee.person, reading.machine, reading.time].join(" ");

/** Which of them do not count, because another gate saw the same code first: it may have told before, or tell later. */
async function seenElsewhere(
  { months }: Pick<TakeCodes, "months">,
  instansiId: string,
  rules: AttendanceRules,
  taken: readonly Taken[],
): Promise<ReadonlySet<string>> {
  const machines = new Map(rules.machines.map((each) => [each.id, each]));
  const names: string[] = [];
  const byMonth = Map.groupBy(taken, ({ reading }) => reading.time.slice(0, 7));
  for (const [month, theirs] of byMonth) {
    const people = [...new Set(theirs.map(({ attendee }) => attendee.person))];
    const found = await months.findAll({ instansiId, month }, people);
    for (const { person, zone = usualZone, readings } of found.values()) {
      const { rest } = settle(readings, (each) =>
        sightingOf(each, machines.get(each.machine), zone),
      );
      names.push(...rest.map(({ machine, time }) => [person, machine, time].join(" ")));
    }
  }
  return new Set(names);
}

/** An import or a recap in a process of its own, with the product's adapters: its memory is nobody else's. */
import { openAsBlob } from "node:fs";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { addReadings, type TheirReadings } from "#shared/attendance/add-to-months.ts";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { judgeMachineFile } from "#shared/attendance/judge-machine-file.ts";
import { addedFigures, nothing } from "#shared/attendance/recap.ts";
import { recapMonth } from "#shared/attendance/recap-month.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { type Sample, timed } from "../measure.ts";
import { inOwnProcess, liveMebibytes } from "../own-process.ts";
import { month, personOf } from "./made-files.ts";
import type { Places } from "./places.ts";

type Work = "import" | "recap";

export interface Measured extends Sample {
  /** Readings that were taken, or people who were counted. */
  readonly count: number;
  /** The most that was alive, where it is looked at: the heap after collections, and what lies outside of it. */
  readonly liveMb: number;
}

/** @param looksAtMemory collects garbage again and again, which takes time. @throws Error when the process ends before its work */
export function inProcess(work: Work, places: Places, looksAtMemory: boolean): Promise<Measured> {
  return inOwnProcess(fileURLToPath(import.meta.url), { work, places, looksAtMemory });
}

function monthsOf({ client, tableName }: Places): AttendanceTable {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  // It changes no month that has a line of history.
  const audit = { append: () => ({}) };
  return new AttendanceTable(db, tableName, audit);
}

const ofPin = (pin: string) => personOf(Number(pin));

async function importFiles(places: Places): Promise<Measured> {
  const months = monthsOf(places);
  let [count, liveMb] = [0, 0];
  const sample = await timed(async () => {
    for (const path of places.files) {
      const { readings, findings } = await judgeMachineFile(await openAsBlob(path), {
        ...{ machine: "pintu", from: `${month}-01`, until: `${month}-31` },
        ...{ now: "2026-04-10T00:00:00", who: { ofNip: () => undefined, ofPin } },
      });
      if (findings.length > 0) throw new Error(`${findings.length} lines are wrong.`);
      const people = Map.groupBy(readings, ({ person }) => person);
      const theirs = [...people].map(
        ([person, all]): TheirReadings => ({
          attendee: attendeeOf(person, places.instansiId),
          readings: all.map(({ reading }) => reading),
        }),
      );
      const { refused } = await addReadings({ months }, theirs);
      if (refused.length > 0) throw new Error(`${refused.length} months are refused.`);
      count += readings.length;
      liveMb = Math.max(liveMb, liveMebibytes());
    }
  });
  return { ...sample, count, liveMb };
}

function attendeeOf(person: EmployeeId, instansiId: string): TheirReadings["attendee"] {
  return { person, instansiId, unitKerja: `Unit ${person.slice(-2)}`, kind: "PNS" };
}

const calendars = { together: async () => ({ agency: undefined, national: [] }) };
const rules = { machines: [], schedules: [], terms: [] };

async function recap(places: Places): Promise<Measured> {
  const months = monthsOf(places);
  let [count, liveMb, sum] = [0, 0, nothing];
  const sample = await timed(async () => {
    const now = new Date("2026-04-10T00:00:00Z");
    const of = { instansiId: places.instansiId, month };
    for await (const people of recapMonth({ months, calendars }, of, { rules, now })) {
      sum = people.map((each) => each.recap).reduce(addedFigures, sum);
      count += people.length;
      liveMb = Math.max(liveMb, liveMebibytes());
    }
  });
  if (sum.absent > 0 || sum.late.count === 0) throw new Error("The recap is wrong.");
  return { ...sample, count, liveMb };
}

if (import.meta.main) {
  const [, , name, places = ""] = process.argv;
  const work = name === "import" ? importFiles : recap;
  process.send?.(await work(JSON.parse(places)), () => process.exit());
}

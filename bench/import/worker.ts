/** An import judged or applied in a process of its own, with the functions' own adapters: its memory is nobody else's. */
import { openAsBlob } from "node:fs";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { Bulk, Stepped } from "#shared/bulk/bulk.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { importsToApply } from "#shared/import/apply-import.ts";
import { compareFile, nobody } from "#shared/import/compare-records.ts";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { judgeFile } from "#shared/import/judge-file.ts";
import { judgeImport } from "#shared/import/judge-import.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { markFile } from "../../functions/import-judge/mark-file.ts";
import { type Sample, timed } from "../measure.ts";
import { inOwnProcess, liveMebibytes } from "../own-process.ts";
import { bulkId, type Places } from "./places.ts";

type Work = "read" | "judge" | "apply";

interface Done extends Sample {
  /** Rows that were judged, or people who were applied. */
  readonly count: number;
}

export interface Measured extends Done {
  /** The largest that the process was. */
  readonly rssMb: number;
  /** The most that was alive: the heap after collections, and what lies outside of it. */
  readonly liveMb: number;
}

/** @param looksAtMemory collects garbage again and again, which takes time. @throws Error when the process ends before its work */
export function inProcess(work: Work, places: Places, looksAtMemory: boolean): Promise<Measured> {
  return inOwnProcess(fileURLToPath(import.meta.url), { work, places, looksAtMemory });
}

/** The most memory that was alive, where garbage can be collected on demand. */
class LiveMemory {
  mostMb = 0;
  #times = 0;

  /** @param every looks only every so many times: a collection is slow */
  look(every: number): void {
    if (!globalThis.gc || this.#times++ % every > 0) return;
    this.mostMb = Math.max(this.mostMb, liveMebibytes());
  }
}

function adaptersOf({ client, tables, bucket }: Places) {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = (noun: string) => tables[noun] ?? "";
  return {
    imports: new ImportTable(db, table("import")),
    files: new ImportBucket(new S3Client({ ...client, forcePathStyle: true }), bucket),
    employees: new WritableEmployeeTable(db, table("employee"), {
      audit: new AuditTable(db, table("audit")),
      changes: new OpenChangeTable(db, table("open-change")),
      markers: new MarkerTable(db, table("marker")),
      units: new UnitRegisterTable(db, table("unit")),
    }),
    units: new UnitTable(db, table("unit")),
    accountRecords: new AccountTable(db, table("account")),
    roles: new RoleTable(db, table("role")),
    agencies: new AgencyTable(db, table("agency")),
    clock: systemClock,
  };
}

/** The file alone, with nobody to compare it with: what all of it is without waiting for a table. */
async function read({ path }: Places, live: LiveMemory): Promise<Done> {
  const file = await openAsBlob(path);
  let count = 0;
  const sample = await timed(async () => {
    const judged = await judgeFile(file, { year: 2026 });
    count = judged.rows;
    live.look(1);
    for await (const _ of compareFile(judged, nobody, "")) live.look(50);
  });
  return { count, ...sample };
}

const doers = { read, judge, apply };

async function judge(places: Places, live: LiveMemory): Promise<Done> {
  const { files, imports, employees, units, clock } = adaptersOf(places);
  const looked = {
    inAgency: employees.inAgency.bind(employees),
    idsOfEmails: employees.idsOfEmails.bind(employees),
    findAll: employees.findAll.bind(employees),
    // Once for each page of the file.
    idsOf: (nips: Parameters<typeof employees.idsOf>[0]) => {
      live.look(20);
      return employees.idsOf(nips);
    },
  };
  const marked: typeof markFile = (...file) => lookedAt(markFile(...file), live);
  let outcome = "";
  const sample = await timed(async () => {
    const dependencies = { imports, files, clock, units, employees: looked, markFile: marked };
    outcome = await judgeImport(dependencies, places.importId);
  });
  const found = await imports.find(places.importId);
  if (outcome !== "judged" || !found?.judgement) throw new Error(`The file is ${outcome}.`);
  return { count: found.judgement.rows, ...sample };
}

async function* lookedAt(pieces: AsyncIterable<Uint8Array>, live: LiveMemory) {
  for await (const piece of pieces) {
    live.look(5000);
    yield piece;
  }
}

/** So many steps at the beginning and at the end: a whole import of 100,000 would take hours in the embedded cloud. */
const stepsAtEachEnd = 10;

async function apply(places: Places, live: LiveMemory): Promise<Done> {
  const adapters = adaptersOf(places);
  const { step } = importsToApply(adapters);
  const { judgement } = (await adapters.imports.find(places.importId)) ?? {};
  const people = judgement?.counts.new ?? 0;
  const stepSize = 50;
  const last = Math.max(stepsAtEachEnd, Math.floor(people / stepSize) - stepsAtEachEnd);
  const done = { count: 0, cpuMs: 0, wallMs: 0 };
  for (const first of [0, last * stepSize]) {
    let next: string | undefined = `new.${Math.floor(first / 200)}.${first % 200}`;
    for (let i = 0; i < stepsAtEachEnd && first < people && next?.startsWith("new"); i++) {
      const { importId } = places;
      const now: Bulk = { ...bulk, cursor: next, parameters: { importId, reason: "" } };
      const { cpuMs, wallMs } = await timed(async () => {
        const stepped: Stepped = await step(now);
        if (stepped.refused > 0) throw new Error(`${stepped.refused} people were refused.`);
        done.count += stepped.done;
        next = stepped.next;
      });
      done.cpuMs += cpuMs;
      done.wallMs += wallMs;
      live.look(5);
    }
  }
  return done;
}

const bulk: Omit<Bulk, "parameters"> = {
  ...{ id: bulkId, kind: "import", instansiId: "ins_contoh", askedBy: "emp_bench", cursor: "" },
  ...{ state: "running", done: 0, unchanged: 0, refused: 0 },
  ...{ startedAt: "2026-11-27T00:00:00.000Z", movedAt: "2026-11-27T00:00:00.000Z" },
};

async function work(name: Work, places: Places): Promise<Measured> {
  const live = new LiveMemory();
  const done = await doers[name](places, live);
  return { ...done, rssMb: process.resourceUsage().maxRSS / 1024, liveMb: live.mostMb };
}

if (import.meta.main) {
  const [, , name, places = ""] = process.argv;
  const wanted = keysOf(doers).find((each) => each === name) ?? "read";
  process.send?.(await work(wanted, JSON.parse(places)), () => process.exit());
}

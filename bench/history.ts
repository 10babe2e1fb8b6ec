import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { beginningOf, prove, type StoredEntry } from "#shared/audit/entry-proof.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import { anEntry } from "../test/support/audit-table-contract.ts";
import { anEmployee } from "../test/support/builders.ts";
import {
  newHistory,
  type SealedHistory,
  startHistoryCloud,
} from "../test/support/sealed-history.ts";
import type { Bench } from "./bench.ts";
import { rounded } from "./measure.ts";

/** Of each person: half a year of an agency with 10,000 people. */
const entriesEach = 10;
const sizes = { small: 1_000, large: 100_000 };
const mostInBatch = 25;

export const history: Bench = {
  about: `on the embedded cloud: histories of ${sizes.small} and ${sizes.large} entries sealed and verified, then one entry of the larger altered and named. The ratio is the smaller's time for each entry over the larger's: 1 when the time grows with the entries alone`,
  rounds: 1,
  async measure() {
    const cloud = await startHistoryCloud();
    try {
      const small = await verified(await newHistory(cloud), sizes.small);
      const large = await verified(await newHistory(cloud), sizes.large);
      const each = (done: typeof small, size: number) => done["verifying ms"] / size;
      return {
        ratios: {
          "time for each entry, small to large": rounded(
            each(small, sizes.small) / each(large, sizes.large),
          ),
        },
        figures: {
          ...named("small", small),
          ...named("large", large),
        },
      };
    } finally {
      await cloud.cloud.stop();
    }
  },
};

const named = (size: string, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${size} ${name}`, value]));

async function verified(history: SealedHistory, size: number) {
  await fill(history, size);
  history.clock.advance({ hours: 1 });
  const sealMs = await timed(async () => await history.seal());
  const before = process.memoryUsage().heapUsed;
  let mostHeapBytes = 0;
  const watch = setInterval(() => {
    mostHeapBytes = Math.max(mostHeapBytes, process.memoryUsage().heapUsed - before);
  }, 50);
  const verifyMs = await timed(async () => {
    const { faults, counts } = await history.verify();
    if (faults.length > 0 || counts.sealed !== size) throw new Error("The history is not whole.");
  });
  clearInterval(watch);
  const last = `emp_${size / entriesEach - 1}`;
  await history.alter(last, entriesEach, { action: "status-changed" });
  const { faults } = await history.verify();
  const isNamed = faults[0]?.subjectId === last && faults[0].revision === entriesEach;
  return {
    "sealing ms": sealMs,
    "verifying ms": verifyMs,
    "heap above the beginning MB": Math.round(mostHeapBytes / 1e6),
    "altered entry named": isNamed ? 1 : 0,
  };
}

/** Written in batches: each entry as a save writes it, the records with the newest digest. */
async function fill({ db, names, clock }: SealedHistory, size: number): Promise<void> {
  let entries: StoredEntry[] = [];
  let records: Record<string, unknown>[] = [];
  for (let i = 0; i < size / entriesEach; i++) {
    const life = lifeOf(`emp_${i}`, clock.now());
    entries.push(...life);
    const historyDigest = String(life.at(-1)?.digest);
    const record: Employee = {
      ...anEmployee(),
      id: `emp_${i}`,
      revision: entriesEach,
      historyDigest,
    };
    records.push(toItem(record, { cardChanged: false, holderTold: false }));
    if (records.length < mostInBatch && i + 1 < size / entriesEach) continue;
    await put(db, names.EmployeeTable, records);
    await put(db, names.AuditTable, entries);
    entries = [];
    records = [];
  }
}

function lifeOf(subjectId: string, writtenAt: Date): StoredEntry[] {
  const life: StoredEntry[] = [];
  let previous = beginningOf(subjectId);
  for (let revision = 1; revision <= entriesEach; revision++) {
    const entry = prove({ ...anEntry({ subjectId, revision }) }, { writtenAt, previous });
    previous = entry.digest;
    life.push(entry);
  }
  return life;
}

async function put(
  db: SealedHistory["db"],
  tableName: string,
  items: readonly StoredEntry[],
): Promise<void> {
  for (let i = 0; i < items.length; i += mostInBatch) {
    const part = items.slice(i, i + mostInBatch).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [tableName]: part } }));
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round(performance.now() - begun);
}

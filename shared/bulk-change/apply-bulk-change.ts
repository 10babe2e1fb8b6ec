/** The bulk work that writes an approved change, person by person, each in one transaction. */
import * as z from "zod";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { askerOf, type Bulk, type BulkKinds, BulkMissing } from "#shared/bulk/bulk.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { changedValues } from "#shared/employee/record-change.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { digestText } from "#shared/runtime/ids.ts";
import {
  type BulkList,
  type BulkLists,
  type LeftOutReason,
  listDigest,
  placeOf,
  valuesOf,
} from "./bulk-change.ts";
import { nextOf, weakens } from "./next-of.ts";
import { isAllowed } from "./preview-bulk-change.ts";

/** Parameters of the work: which list was approved, and why. */
export const bulkChangeWork = z.object({ digest: z.string(), reason: z.string() });

export interface ApplyBulkChange {
  readonly employees: Pick<WritableEmployees, "findAll" | "save" | "digestOf">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly bulkLists: Pick<BulkLists, "find" | "noteRefused">;
  readonly clock: Clock;
}

/** One transaction each, and a stop is felt within one step. */
const perStep = 25;
/** How often a record is written again because somebody else wrote it at the same moment. */
const tries = 4;

type Outcome = "done" | LeftOutReason;

/** Each step does twenty-five people. */
export function bulkChanges(api: ApplyBulkChange): BulkKinds["change"] {
  return {
    step: async (bulk) => {
      const { digest, reason } = bulkChangeWork.parse(bulk.parameters);
      const list = await api.bulkLists.find(bulk.id);
      if (!list || listDigest(list) !== digest) throw new BulkMissing("The list is gone.");
      const begin = placeOf(bulk);
      const part = list.people.slice(begin, begin + perStep);
      const outcomes: Outcome[] = [];
      for (const person of part) outcomes.push(await apply(api, { bulk, list, person, reason }));
      await api.bulkLists.noteRefused(bulk.id, refusedOf(outcomes, begin));
      const end = begin + part.length;
      return { ...countsOf(outcomes), next: end < list.people.length ? String(end) : undefined };
    },
  };
}

function countsOf(outcomes: readonly Outcome[]) {
  const count = (wanted: Outcome) => outcomes.filter((each) => each === wanted).length;
  const [done, unchanged] = [count("done"), count("unchanged")];
  return { done, unchanged, refused: outcomes.length - done - unchanged };
}

/** By the place among all people. */
function refusedOf(outcomes: readonly Outcome[], begin: number): BulkList["refused"] {
  return Object.fromEntries(
    outcomes.flatMap((each, i) => (each === "done" ? [] : [[String(begin + i), each]])),
  );
}

interface Applied {
  readonly bulk: Bulk;
  readonly list: BulkList;
  readonly person: BulkList["people"][number];
  readonly reason: string;
}

/** A record that somebody wrote at the same moment is looked at again. @throws Conflict when it is written again and again */
async function apply(api: ApplyBulkChange, applied: Applied): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyOnce(api, applied);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= tries) throw error;
    }
  }
}

async function applyOnce(
  api: ApplyBulkChange,
  { bulk, list: { change }, person: { id, unitKerja, from }, reason }: Applied,
): Promise<Outcome> {
  const { approvedBy } = bulk;
  const askedBy = askerOf(bulk);
  if (approvedBy === undefined) throw new BulkMissing("Nobody approved it.");
  // Nobody's own record is changed by what they asked for or decided.
  if ([askedBy, approvedBy].includes(id)) return "own-record";
  const record = (await api.employees.findAll([id])).get(id);
  if (record?.instansiId !== bulk.instansiId || record.joinedInto) return "out-of-scope";
  const mark = { id: markOf(bulk, id), digest: digestText(change) };
  // Changed by this work: it counts as it did at the first time, whatever the record says since.
  if (await api.employees.digestOf(mark.id)) return "done";
  if (Object.keys(changedValues(valuesOf(change), record)).length === 0) return "unchanged";
  // In another unit the person may be out of the reach of who asked.
  const hasMoved = record.unitKerja !== unitKerja;
  if (hasMoved || Object.keys(changedValues(from, record)).length > 0) return "record-changed";
  const at = api.clock.now();
  if (!isAllowed(record, change, at)) return "not-allowed";
  const actor = { role: "officer", id: askedBy } as const;
  const next = nextOf(record, change, { at, actor, reason, approvedBy });
  if (!next) return "unchanged";
  if (await weakens(api, next)) return "change-needs-operators";
  await api.employees.save(next, mark);
  return "done";
}

const markOf = ({ id }: Bulk, person: EmployeeId) => `${id}#${person}`;

/** How a new name or zone of an agency is carried into its records: when that begins, how far it is, and how it begins again (decision 0041). */
import { keptReason } from "#shared/access/reason.ts";
import { type Bulk, type BulkId, type Bulks, newBulk, progressOf } from "#shared/bulk/bulk.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { type Id, newId } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Agencies, WritableAgencies } from "./agencies.ts";
import type { Agency } from "./agency.ts";
import type { NameWorkAnswer } from "./agency-answers.ts";

/** Starts the work of a new name. */
export interface StartNames {
  readonly bulks: Pick<Bulks, "starting">;
  readonly bulkSteps: { sendFirst(id: BulkId): Promise<void> };
}

interface Decided {
  readonly askedBy: Id<"emp">;
  readonly approvedBy?: Id<"emp">;
  readonly reason: string;
  readonly at: Date;
}

/** An agency that is about to be saved, and the work that begins with it. */
interface Named {
  /** It knows the work. */
  readonly agency: Agency;
  /** For the transaction that saves it. */
  readonly writes: readonly JoinedWrite[];
  /** Asks for the first step, once it is saved. */
  readonly sendFirst: () => Promise<void>;
}

/** Work that gives all records of an agency its name and zone. */
export function namedAnew(
  { bulks, bulkSteps }: StartNames,
  agency: Agency,
  decided: Decided,
): Named {
  const { askedBy, approvedBy, reason, at } = decided;
  const id = newId("blk");
  const begun = {
    ...({ id, kind: "agency-name", instansiId: agency.id, askedBy } as const),
    ...(approvedBy !== undefined && { approvedBy }),
    parameters: { reason },
  };
  return {
    agency: { ...agency, nameWork: id },
    writes: [bulks.starting(newBulk(begun, at))],
    sendFirst: () => bulkSteps.sendFirst(id),
  };
}

interface RepeatNames extends StartNames {
  readonly agencies: Pick<WritableAgencies, "find" | "point">;
  readonly bulks: Pick<Bulks, "starting" | "find">;
  readonly clock: Clock;
}

/**
 * Carries name and zone of an agency into its records once more: for those who kept another one, because the work was stopped or could
 * not read them, or they are from before records had a zone. Whose record has them already is left alone. While work runs nothing begins.
 * @throws NotFound; InvalidInput on `reason`; Conflict `agency-changed`
 */
export async function repeatNames(
  dependencies: RepeatNames,
  { id, by, reason }: { readonly id: string; readonly by: Id<"emp">; readonly reason: string },
): Promise<NameWorkAnswer> {
  const { agencies, bulks, clock } = dependencies;
  const seen = await agencies.find(id);
  if (!seen) throw new NotFound("No such agency.");
  const kept = keptReason(reason);
  const known = seen.nameWork && (await bulks.find(seen.nameWork));
  if (known?.state === "running") return told(known);
  const decided = { askedBy: by, reason: kept, at: clock.now() };
  const { agency, writes, sendFirst } = namedAnew(dependencies, seen, decided);
  await agencies.point(seen, agency, ...writes);
  await sendFirst();
  return told(agency.nameWork && (await bulks.find(agency.nameWork)));
}

/**
 * How far the newest work is; nothing of an agency whose name never changed.
 * @throws NotFound
 */
export async function readNameWork(
  {
    agencies,
    bulks,
  }: { readonly agencies: Pick<Agencies, "find">; readonly bulks: Pick<Bulks, "find"> },
  id: string,
): Promise<NameWorkAnswer> {
  const agency = await agencies.find(id);
  if (!agency) throw new NotFound("No such agency.");
  return told(agency.nameWork && (await bulks.find(agency.nameWork)));
}

function told(work: Bulk | undefined): NameWorkAnswer {
  return work ? { work: progressOf(work) } : {};
}

/** Work on many people that runs in steps behind a request: what it is, how far it is, and who may do it (decision 0039). */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

export type BulkId = Id<"blk">;
/** As it comes from outside. */
export const bulkId: z.ZodType<BulkId, string> = z.templateLiteral(["blk_", idRest]);

/** What is done. Each kind is carried out by its concept (`BulkKinds`). */
export const bulkKinds = [
  "import",
  "unit-move",
  "agency-name",
  "remind",
  "quality",
  "change",
] as const;
type BulkKind = (typeof bulkKinds)[number];

const bulkStates = ["running", "done", "stopped"] as const;

/** Why it stopped: somebody wanted it, what it needs is not there any more, or it did not move for a day. */
export const stops = ["asked", "missing", "given-up"] as const;
type BulkStop = (typeof stops)[number];

const minute = 60_000;
/** How long a step may take before anybody asks for it again, milliseconds. Until then its message may still be in the queue. */
const patienceMs = 2 * minute;

/** People, or what the kind counts. */
const counts = { done: z.int(), unchanged: z.int(), refused: z.int() };
type BulkCounts = Readonly<z.infer<z.ZodObject<typeof counts>>>;

/** How far it is, for whoever waits. */
export const bulkProgress = { state: z.enum(bulkStates), ...counts };

/** How far it is of how many, where that is known. */
export const countedProgress = { ...bulkProgress, total: z.int().exactOptional() };

/** @returns what is told of it */
export function progressOf({ state, done, unchanged, refused, total }: Bulk) {
  return { state, done, unchanged, refused, ...(total !== undefined && { total }) };
}

export const bulk = z.object({
  id: bulkId,
  kind: z.enum(bulkKinds),
  instansiId: z.string(),
  /** Who asked, and the second person where two decided; nobody asked for what each night does. */
  askedBy: personId.optional(),
  approvedBy: personId.optional(),
  /** In the kind's own shape. */
  parameters: z.json(),
  state: z.enum(bulkStates),
  stop: z.enum(stops).optional(),
  /** Who wanted it to stop. */
  stoppedBy: personId.optional(),
  /** Where the next step begins, in the kind's own words; empty at the beginning. */
  cursor: z.string(),
  ...counts,
  /** How many they will be in the end, once that is known. */
  total: z.int().optional(),
  /** ISO instants: of the start, and of the newest step. */
  startedAt: z.string(),
  movedAt: z.string(),
  /** ISO instant: the reconciler asks for the next step again from then on. Only while it runs. */
  dueAt: z.string().optional(),
});
export type Bulk = Readonly<z.infer<typeof bulk>>;
export type DueBulk = Bulk & { readonly dueAt: string };

/** What a step has done, people. */
export interface Stepped extends BulkCounts {
  /** Of the step that counts them: how many all steps together will look at. */
  readonly total?: number;
  /** Where the next step begins; undefined when nothing is left. */
  readonly next: string | undefined;
}

/**
 * How each kind is carried out. A step does at most some dozens of people from the cursor on, each in one transaction; one that only
 * reads, a thousand. It can be done twice, also at the same time, and must change nothing twice; it counts the same people then.
 */
export type BulkKinds = Readonly<
  Record<
    BulkKind,
    {
      readonly step: (bulk: Bulk) => Promise<Stepped>;
      /** What is left to do when no step follows any more, however it ended. It may be done twice. */
      readonly end?: (bulk: Bulk) => Promise<void>;
    }
  >
>;

/** A step cannot be done, today or ever: what it needs is gone. */
export class BulkMissing extends Error {}

/** Who asked for work that somebody has to answer for. @throws BulkMissing when nobody did */
export function askerOf({ askedBy }: Pick<Bulk, "askedBy">): Id<"emp"> {
  if (askedBy === undefined) throw new BulkMissing("Nobody asked for it.");
  return askedBy;
}

/** Why it stops, when, and who wanted it. */
export interface Stop {
  readonly why: BulkStop;
  readonly at: Date;
  readonly by?: Id<"emp">;
}

/** Work that is to be done, and how far it is. */
export interface Bulks {
  /** Strongly consistent. */
  find(id: BulkId): Promise<Bulk | undefined>;
  /** The write that starts one, for the transaction of what decides it. It fails as `request-repeated` when it is there already. */
  starting(bulk: Bulk): JoinedWrite;
  /** Starts one that nothing else decides. @throws Conflict `request-repeated` */
  start(bulk: Bulk): Promise<void>;
  /**
   * Moves cursor and counts behind a step, also of one that was stopped meanwhile; without a next step it is done.
   * @returns false when another one moved it first
   */
  move(seen: Bulk, stepped: Stepped, at: Date): Promise<boolean>;
  /** Stops one that runs. The step that is being done is finished. @returns false when it does not run */
  stop(id: BulkId, stop: Stop): Promise<boolean>;
  /** What runs and has not moved for long, the longest first (read eventually consistently). */
  due(now: Date, limit: number): Promise<DueBulk[]>;
  /** Takes a due one for this run. @returns false when it moved, or another run took it */
  postpone(bulk: DueBulk, until: Date): Promise<boolean>;
}

/** Steps that wait to be done. */
export interface BulkSteps {
  send(id: BulkId): Promise<void>;
}

type Begun = Pick<
  Bulk,
  "id" | "kind" | "instansiId" | "askedBy" | "approvedBy" | "parameters" | "total"
>;

/** Work that begins now. */
export function newBulk(begun: Begun, at: Date): Bulk {
  const now = at.toISOString();
  return {
    ...begun,
    ...{ state: "running", cursor: "", done: 0, unchanged: 0, refused: 0 },
    ...{ startedAt: now, movedAt: now, dueAt: dueAfter(at) },
  };
}

/** When a step that began then is asked for again. */
export function dueAfter(at: Date): string {
  return new Date(at.getTime() + patienceMs).toISOString();
}

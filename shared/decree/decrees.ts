import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Decree, DecreeId } from "./decree.ts";

/** A part of an agency's list. */
export interface DecreeQuery {
  readonly limit: number;
  /** `next` of the part before. */
  readonly from?: string | undefined;
}

export interface DecreePage {
  readonly items: readonly Decree[];
  readonly next: string | undefined;
}

/** What two people decided for a day, and what became of it, for good. */
export interface Decrees {
  /** Strongly consistent. */
  find(person: EmployeeId, id: DecreeId): Promise<Decree | undefined>;
  /** Those of a person, in every state (strongly consistent); a hundred at most, in no order. */
  of(person: EmployeeId): Promise<readonly Decree[]>;
  /** The write that adds one, for the transaction of what decides it. It fails as `request-repeated` when it is there. */
  adding(decree: Decree): JoinedWrite;
  /** The write that replaces one by its next revision, for a transaction. It fails as `decree-over` when it has another one by now. */
  replacing(next: Decree): JoinedWrite;
  /** Replaces one by its next revision. @throws Conflict `decree-over` */
  replace(next: Decree): Promise<void>;
  /**
   * Those of a shard whose hour has come, in the order of their hours and decisions, in parts; the newest can be missing for a
   * moment, and one that has just acted can still be there. All of a person are in one shard.
   */
  due(shard: DecreeShard, now: Date): AsyncIterable<readonly Decree[]>;
  /** What an agency has to watch: those that wait or are stuck by TMT, leaves by their last day; the newest can be missing for a moment. */
  listed(instansiId: string, query: DecreeQuery): Promise<DecreePage>;
}

/** Parts of what is due: a partition of an index takes 1,000 writes a second, and on one day a whole agency's decrees act. */
export const decreeShards = ["0", "1", "2", "3", "4", "5", "6", "7"] as const;
export type DecreeShard = (typeof decreeShards)[number];

/** Where an agency's list has it, "2027-04-01#dec_…"; undefined where nobody has to watch it any more. */
export function listedAt({ state, tmt, until, id }: Decree): string | undefined {
  if (state === "waiting" || state === "stuck") return `${tmt}#${id}`;
  return state === "acted" && until ? `${until}#${id}` : undefined;
}

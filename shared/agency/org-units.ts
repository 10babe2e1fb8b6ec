import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { OrgUnit, OrgUnitId } from "./org-unit.ts";

/** A change of a tree, ready to be written: all of it or nothing. */
export interface TreeChange {
  readonly instansiId: string;
  /**
   * The tree's revision when it was read. Whatever moves, adds or takes away units counts it on, so two changes at one moment
   * cannot make a circle, nor leave a child without its parent.
   */
  readonly seen: number;
  /** Units in their next revision, or new ones with the first. */
  readonly saved: readonly OrgUnit[];
  readonly removed: readonly OrgUnit[];
  /** Names that from now on lead to the unit. */
  readonly claimed: readonly Claim[];
  /** Names that lead to no unit any more. */
  readonly freed: readonly string[];
}

export interface Claim {
  readonly unit: OrgUnit;
  readonly name: string;
  /** The unit that has the name until now, when it is not free. */
  readonly from?: OrgUnitId;
}

export interface UnitPage {
  readonly items: readonly OrgUnit[];
  /** Where the next page begins; undefined after the last one. */
  readonly next: string | undefined;
}

/** The units of all agencies. */
export interface OrgUnits {
  /** Strongly consistent. */
  find(instansiId: string, id: OrgUnitId): Promise<OrgUnit | undefined>;
  /** By its name or another one of it, however it is spelt, and by no former one (strongly consistent). */
  findByName(instansiId: string, name: string): Promise<OrgUnit | undefined>;
  /** To which unit a name leads, also a former one; the unit may be gone (strongly consistent). */
  ownerOf(instansiId: string, name: string): Promise<OrgUnitId | undefined>;
  /** How often the tree was changed (strongly consistent). */
  treeRevision(instansiId: string): Promise<number>;
  /**
   * What stands directly below a unit, or at the root, in the order of the names; the newest can be missing for a moment. One that
   * cannot be read is left out and reported.
   */
  children(
    of: { readonly instansiId: string; readonly parent: OrgUnitId | undefined },
    query: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<UnitPage>;
  /** All of an agency, in no order: a megabyte for 5,000 units. */
  all(instansiId: string): AsyncGenerator<OrgUnit>;
  /** Names that begin so, however it is spelt, at most `limit`. */
  namesFrom(query: {
    readonly instansiId: string;
    readonly begin: string;
    readonly limit: number;
  }): Promise<string[]>;
  /** The writes of a change, to be part of a transaction: `decision-raced` when the tree moved on, `unit-name-taken`. */
  changing(change: TreeChange): readonly JoinedWrite[];
  /** Writes a change. @throws Conflict as `changing` */
  write(change: TreeChange): Promise<void>;
}

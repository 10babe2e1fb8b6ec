/** Changes of a tree of unit kerja: what may be asked for, and what each of it writes. */
import * as z from "zod";
import type { Employees } from "#shared/employee/employees.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { headcount } from "./headcount.ts";
import {
  keptName,
  keyOf,
  mostLevels,
  mostOtherNames,
  namesOf,
  type OrgUnit,
  type OrgUnitId,
  orgUnitId,
} from "./org-unit.ts";
import type { OrgUnits, TreeChange } from "./org-units.ts";

/** A unit under the name that whoever asks has seen. */
const seenUnit = z.strictObject({ id: orgUnitId, name: z.string().max(200) });
type SeenUnit = z.infer<typeof seenUnit>;

/** Units that one request moves; with their parent's and the approval's items they fit into one transaction. */
const mostMoved = 40;

export const unitChange = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("add"),
    id: orgUnitId,
    name: z.string().max(200),
    parent: seenUnit.exactOptional(),
  }),
  z.strictObject({ action: z.literal("rename"), unit: seenUnit, name: z.string().max(200) }),
  /** The first one's people, children and records go into the second one. */
  z.strictObject({ action: z.literal("merge"), unit: seenUnit, into: seenUnit }),
  /** Without a parent to the root. */
  z.strictObject({
    action: z.literal("move"),
    units: z.array(seenUnit).min(1).max(mostMoved).readonly(),
    parent: seenUnit.exactOptional(),
  }),
  /** Of one without people and children. */
  z.strictObject({ action: z.literal("close"), unit: seenUnit }),
]);
export type UnitChange = Readonly<z.infer<typeof unitChange>>;

/** How people and roles follow a change of their unit: from all names but the new one; see also `isClosing`. */
export const unitMove = z.object({
  unitId: orgUnitId,
  /** The unit that they go into, where it is another one. */
  intoId: orgUnitId.optional(),
  from: z.array(z.string()).readonly(),
  to: z.string(),
  /**
   * The name whose roles are given for the new name: of a unit that is renamed, because the same people stand in it. Roles for the
   * other names end, so that no role ever reaches more people than those it was given for.
   */
  rolesFrom: z.string().optional(),
});
export type UnitMove = Readonly<z.infer<typeof unitMove>>;

/** Of a unit that is closed nobody moves: only the roles for its names end, before another unit may get one of them. */
export function isClosing({ from, to }: UnitMove): boolean {
  return from.includes(to);
}

/** What a change writes at once, and the work that follows. */
export interface UnitPlan {
  readonly tree: TreeChange;
  readonly move?: UnitMove;
}

export interface PlanUnitChange {
  readonly units: Pick<OrgUnits, "find" | "findByName" | "treeRevision" | "children">;
  readonly employees: Pick<Employees, "countIn">;
}

/**
 * What a change would write to the tree as it is now.
 * @param workId of the work that a rename or a merge leads to
 * @throws Conflict `unit-changed` (gone, or under another name), `unit-busy`, `unit-name-taken`, `unit-below-itself`, `unit-too-deep`,
 * `unit-not-empty`; InvalidInput on `name`
 */
export async function planUnitChange(
  dependencies: PlanUnitChange,
  instansiId: string,
  change: UnitChange,
  workId: string,
): Promise<UnitPlan> {
  const tree = new Tree(
    dependencies,
    instansiId,
    await dependencies.units.treeRevision(instansiId),
  );
  switch (change.action) {
    case "add":
      return await tree.add(change);
    case "rename":
      return await tree.rename(change, workId);
    case "merge":
      return await tree.merge(change, workId);
    case "move":
      return await tree.move(change);
    case "close":
      return await tree.close(change);
  }
}

type Asked<Action extends UnitChange["action"]> = Extract<UnitChange, { readonly action: Action }>;

/** An agency's tree at one revision. */
class Tree {
  readonly #units: PlanUnitChange["units"];
  readonly #employees: PlanUnitChange["employees"];
  readonly #instansiId: string;
  readonly #seen: number;

  constructor({ units, employees }: PlanUnitChange, instansiId: string, seen: number) {
    this.#units = units;
    this.#employees = employees;
    this.#instansiId = instansiId;
    this.#seen = seen;
  }

  async add({ id, name: typed, parent }: Asked<"add">): Promise<UnitPlan> {
    const name = keptName(typed);
    await this.#refuseTaken(name, id);
    const above = parent && (await this.#find(parent));
    if (above) await this.#path(above);
    const place = above ? { parent: above.id } : {};
    const unit = { instansiId: this.#instansiId, id, name, ...place, otherNames: [], revision: 1 };
    return { tree: this.#change({ saved: [unit], claimed: [{ unit, name }] }) };
  }

  async rename({ unit: seen, name: typed }: Asked<"rename">, workId: string): Promise<UnitPlan> {
    const before = await this.#find(seen);
    const name = keptName(typed);
    await this.#refuseTaken(name, before.id);
    const names = namesOf(before);
    const otherNames = names.filter((each) => each !== name);
    if (otherNames.length === 0) throw new InvalidInput({ field: "name", code: "nothing-changed" });
    if (otherNames.length > mostOtherNames) throw new Conflict("unit-busy");
    const unit = { ...next(before), name, otherNames, workId };
    const isNew = !names.includes(name);
    return {
      tree: this.#change({ saved: [unit], claimed: [{ unit, name }] }),
      move: {
        unitId: unit.id,
        from: otherNames,
        to: name,
        ...(isNew && { rolesFrom: before.name }),
      },
    };
  }

  async merge({ unit: seen, into: seenInto }: Asked<"merge">, workId: string): Promise<UnitPlan> {
    const [unit, into] = [await this.#find(seen), await this.#find(seenInto)];
    if (unit.id === into.id || (await this.#path(into)).includes(unit.id))
      throw new Conflict("unit-below-itself");
    const saved = [
      { ...next(unit), into: into.id, workId },
      { ...next(into), workId },
    ];
    return {
      tree: this.#change({ saved }),
      move: { unitId: unit.id, intoId: into.id, from: namesOf(unit), to: into.name },
    };
  }

  async move({ units: seen, parent }: Asked<"move">): Promise<UnitPlan> {
    const above = parent && (await this.#find(parent));
    const path = above ? await this.#path(above) : [];
    const units = await Promise.all(seen.map((each) => this.#find(each)));
    if (new Set(units.map(({ id }) => id)).size < units.length) throw new Conflict("unit-changed");
    if (units.some(({ id }) => path.includes(id))) throw new Conflict("unit-below-itself");
    const moved = units.filter((unit) => unit.parent !== above?.id);
    if (moved.length === 0) throw new InvalidInput({ field: "parent", code: "nothing-changed" });
    const saved = moved.map((unit) => ({ ...next(unit), parent: above?.id }));
    return { tree: this.#change({ saved }) };
  }

  async close({ unit: seen }: Asked<"close">): Promise<UnitPlan> {
    const unit = await this.#find(seen);
    const { instansiId, id } = unit;
    const { items } = await this.#units.children({ instansiId, parent: id }, { limit: 1 });
    const people = await headcount(this.#employees, { instansiId, names: namesOf(unit) }, 1);
    if (items.length > 0 || people > 0) throw new Conflict("unit-not-empty");
    const names = namesOf(unit);
    return {
      tree: this.#change({ removed: [unit], freed: names }),
      move: { unitId: id, from: names, to: unit.name },
    };
  }

  /** Nobody changes a unit whose people are on their way. */
  async #find({ id, name }: SeenUnit): Promise<OrgUnit> {
    const unit = await this.#units.find(this.#instansiId, id);
    if (unit?.name !== name) throw new Conflict("unit-changed");
    if (unit.workId !== undefined) throw new Conflict("unit-busy");
    return unit;
  }

  /** The unit and all above it. @throws Conflict `unit-too-deep` when nothing may stand below it */
  async #path(unit: OrgUnit): Promise<readonly OrgUnitId[]> {
    const path = [unit.id];
    let above = unit.parent;
    while (above !== undefined) {
      if (path.length >= mostLevels - 1) throw new Conflict("unit-too-deep");
      path.push(above);
      above = (await this.#units.find(this.#instansiId, above))?.parent;
    }
    return path;
  }

  async #refuseTaken(name: string, own: OrgUnitId): Promise<void> {
    const other = await this.#units.findByName(this.#instansiId, name);
    if (other && other.id !== own) throw new Conflict("unit-name-taken");
  }

  #change(what: Partial<TreeChange>): TreeChange {
    const nothing = { saved: [], removed: [], claimed: [], freed: [] };
    return { instansiId: this.#instansiId, seen: this.#seen, ...nothing, ...what };
  }
}

function next(unit: OrgUnit): OrgUnit {
  return { ...unit, revision: unit.revision + 1 };
}

/** Names of a unit that lead to nothing else of it. */
export function lostNames(before: OrgUnit, after: OrgUnit): string[] {
  const kept = new Set(namesOf(after).map(keyOf));
  return namesOf(before).filter((name) => !kept.has(keyOf(name)));
}

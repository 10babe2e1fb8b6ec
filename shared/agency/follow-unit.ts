/**
 * How people follow a unit that was renamed or merged, step by step (decision 0042). Any step may be done twice or be cut off: each
 * person, unit and role is one write that asks for what it finds.
 */
import * as z from "zod";
import type { Stepped } from "#shared/bulk/bulk.ts";
import { type Employee, type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { revise } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { changedUnit, mergedUnit } from "./followed-unit.ts";
import type { OrgUnits } from "./org-units.ts";
import { isClosing, type UnitMove } from "./unit-change.ts";

/** Of people and children that one step looks at. */
const perStep = 25;

/** How often all names are gone through, for those who came in under an old name meanwhile. Who is left then keeps it. */
const rounds = 3;

/** How often a write is made again because somebody else was faster. */
const tries = 3;

export interface FollowUnit {
  readonly employees: Pick<WritableEmployees, "findAll" | "save" | "idsInUnit">;
  readonly units: Pick<OrgUnits, "find" | "ownerOf" | "children" | "treeRevision" | "write">;
  /** Roles that were given for the old names: first those of a renamed unit reach the new name as well, at the end none the old ones. */
  readonly roles: { follow(phase: "open" | "close"): Promise<void> };
  readonly clock: Clock;
}

/** A unit's work, and who decided it. */
export interface MoveWork {
  readonly instansiId: string;
  readonly move: UnitMove;
  readonly asker: { readonly role: "officer" | "operator"; readonly id: Id<"emp"> };
  readonly approver: Id<"emp">;
  readonly reason: string;
}

const place = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("roles") }),
  z.object({
    phase: z.literal("people"),
    round: z.int(),
    /** Which of the old names. */
    name: z.int(),
    after: employeeId.optional(),
  }),
  z.object({ phase: z.literal("children") }),
  z.object({ phase: z.literal("end") }),
]);
type Place = z.infer<typeof place>;

const nothing = { done: 0, unchanged: 0, refused: 0 };
const at = (next: Place) => JSON.stringify(next);

/** Does one step. @param cursor `next` of the step before; empty at the beginning */
export async function followUnit(
  dependencies: FollowUnit,
  work: MoveWork,
  cursor: string,
): Promise<Stepped> {
  const here: Place = cursor === "" ? { phase: "roles" } : place.parse(JSON.parse(cursor));
  switch (here.phase) {
    case "roles":
      if (isClosing(work.move)) {
        await dependencies.roles.follow("close");
        return { next: undefined, ...nothing };
      }
      // Before anybody moves: who had the unit keeps reaching its people. The new name is nobody else's.
      await dependencies.roles.follow("open");
      return { next: at({ phase: "people", round: 1, name: 0 }), ...nothing };
    case "people":
      return await movePeople(dependencies, work, here);
    case "children":
      return await moveChildren(dependencies, work);
    case "end":
      return await end(dependencies, work);
  }
}

async function movePeople(
  dependencies: FollowUnit,
  work: MoveWork,
  here: Extract<Place, { phase: "people" }>,
): Promise<Stepped> {
  const { instansiId, move } = work;
  const unitKerja = move.from[here.name];
  if (unitKerja === undefined)
    return { next: await afterPeople(dependencies, work, here), ...nothing };
  const query = { limit: perStep, after: here.after };
  const { ids, next: after } = await dependencies.employees.idsInUnit(
    { instansiId, unitKerja },
    query,
  );
  const people = await dependencies.employees.findAll(ids);
  // Unreadable records are counted once, not in each round.
  const counts = { ...nothing, refused: here.round === 1 ? ids.length - people.size : 0 };
  for (const person of people.values()) counts[await follow(dependencies, work, person)]++;
  const next = after ? { ...here, after } : { ...here, name: here.name + 1, after: undefined };
  return { next: at(next), ...counts };
}

/** A person is one transaction. Who has moved elsewhere meanwhile is left alone. */
async function follow(
  { employees, clock }: Pick<FollowUnit, "employees" | "clock">,
  { instansiId, move, asker, approver, reason }: MoveWork,
  found: Employee,
): Promise<"done" | "unchanged" | "refused"> {
  let person: Employee | undefined = found;
  // A step that is done again counts whom it moved before.
  if (found.unitKerja === move.to) return "done";
  for (let attempt = 1; attempt <= tries; attempt++) {
    if (person?.instansiId !== instansiId || !move.from.includes(person.unitKerja))
      return "unchanged";
    const told = {
      at: clock.now(),
      actor: asker,
      action: "changed",
      reason,
      approvedBy: approver,
    } as const;
    const next = revise(person, { unitKerja: move.to }, told);
    if (!next) return "unchanged";
    try {
      await employees.save(next);
      return "done";
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      person = (await employees.findAll([found.id])).get(found.id);
    }
  }
  return "refused";
}

/** Once more through all names while somebody readable is left in one of them. */
async function afterPeople(
  dependencies: FollowUnit,
  work: MoveWork,
  { round }: { readonly round: number },
): Promise<string> {
  const isAgain = round < rounds && (await leftIn(dependencies, work, work.move.from)).length > 0;
  return at(isAgain ? { phase: "people", round: round + 1, name: 0 } : { phase: "children" });
}

/** The names in which somebody still stands. @returns those of `names`, also where a record cannot be read */
async function leftIn(
  { employees }: Pick<FollowUnit, "employees">,
  { instansiId }: MoveWork,
  names: readonly string[],
): Promise<string[]> {
  const left: string[] = [];
  for (const unitKerja of names)
    if (await isInhabited(employees, { instansiId, unitKerja })) left.push(unitKerja);
  return left;
}

async function isInhabited(
  employees: Pick<WritableEmployees, "findAll" | "idsInUnit">,
  unit: { readonly instansiId: string; readonly unitKerja: string },
): Promise<boolean> {
  let after: EmployeeId | undefined;
  do {
    const { ids, next } = await employees.idsInUnit(unit, { limit: perStep, after });
    const people = await employees.findAll(ids);
    // The index is a moment late: what counts is the record. One that cannot be read counts as there.
    if (ids.some((id) => (people.get(id)?.unitKerja ?? unit.unitKerja) === unit.unitKerja))
      return true;
    after = next;
  } while (after);
  return false;
}

/** Of a merge: what stood below the unit stands below the other one. */
async function moveChildren(
  { units }: FollowUnit,
  { instansiId, move }: MoveWork,
): Promise<Stepped> {
  const { unitId, intoId } = move;
  const isOver = { next: at({ phase: "end" }), ...nothing };
  if (intoId === undefined) return isOver;
  return await againIfRaced(async () => {
    const seen = await units.treeRevision(instansiId);
    const { items } = await units.children({ instansiId, parent: unitId }, { limit: perStep });
    // The index is a moment late.
    const now = await Promise.all(items.map(({ id }) => units.find(instansiId, id)));
    const saved = now
      .filter((child) => child !== undefined)
      .filter(({ parent }) => parent === unitId)
      .map((child) => ({ ...child, parent: intoId, revision: child.revision + 1 }));
    if (saved.length === 0 && items.length === 0) return isOver;
    if (saved.length > 0) await units.write({ ...emptyChange, instansiId, seen, saved });
    return { next: at({ phase: "children" }), ...nothing };
  });
}

const emptyChange = { saved: [], removed: [], claimed: [], freed: [] } as const;

/** Makes the old names former ones, in which nobody stands any more, and lets the units be changed again. */
async function end(dependencies: FollowUnit, work: MoveWork): Promise<Stepped> {
  const left = await leftIn(dependencies, work, work.move.from);
  if (left.length === 0) await dependencies.roles.follow("close");
  const { units } = dependencies;
  const { instansiId, move } = work;
  await againIfRaced(async () => {
    const seen = await units.treeRevision(instansiId);
    const unit = await units.find(instansiId, move.unitId);
    const into = move.intoId && (await units.find(instansiId, move.intoId));
    // Of a step that is done again there is nothing left to write.
    if (unit?.workId === undefined) return;
    const change =
      into && left.length === 0
        ? await mergedUnit(units, unit, into)
        : changedUnit(unit, into, { left, from: move.from });
    await units.write({ ...emptyChange, instansiId, seen, ...change });
  });
  return { next: undefined, ...nothing };
}

/** Somebody else changed the tree at the same moment: it is read again. */
async function againIfRaced<T>(change: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === tries) throw error;
    }
  }
}

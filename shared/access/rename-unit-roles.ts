import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { grantsAfter, inWords, roleLine } from "./grant-role.ts";
import type { Grant, PersonsRoles } from "./role.ts";
import type { WritableRoleGrants } from "./role-grants.ts";

/** A unit whose people moved to another name, as two people decided. */
export interface UnitRename {
  readonly instansiId: string;
  readonly from: readonly string[];
  readonly to: string;
  /** The name whose roles are given for the new one: only where nobody else has that name. */
  readonly rolesFrom?: string | undefined;
  readonly asker: Id<"emp">;
  readonly approver: Id<"emp">;
  readonly reason: string;
}

interface Dependencies {
  readonly roles: Pick<WritableRoleGrants, "find" | "save" | "ofUnits">;
  readonly clock: Clock;
}

/** How often somebody's roles are read again because operators changed them at the same moment. */
const tries = 3;

/**
 * Roles for a unit's old names follow its people. First they reach the new name as well, then, when nobody stands in the old ones, these
 * alone are gone. No role reaches anybody whom it did not reach before: of a merge it ends, and so does one for the new name that was
 * given for another unit, which had that name once. Done twice it changes nothing twice.
 * @param phase "open" before anybody moves, "close" when all have
 */
export async function renameUnitRoles(
  { roles, clock }: Dependencies,
  rename: UnitRename,
  phase: "open" | "close",
): Promise<void> {
  const { instansiId, rolesFrom } = rename;
  if (phase === "open" && rolesFrom === undefined) return;
  for await (const id of roles.ofUnits(instansiId))
    await followOf({ roles, clock }, id, rename, phase);
}

async function followOf(
  { roles, clock }: Dependencies,
  id: Id<"emp">,
  rename: UnitRename,
  phase: "open" | "close",
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const before = await roles.find(id);
    const isOpening = phase === "open";
    const held = isOpening ? withoutOthers(before.grants, rename) : before.grants;
    const opened = openedGrants(held, rename);
    const grants = isOpening ? opened : opened.filter((each) => !isLeft(each, rename));
    if (grants.length === before.grants.length && grants.every((g) => before.grants.includes(g)))
      return;
    const after = { id, revision: before.revision + 1, grants };
    try {
      await roles.save(after, lineOf(before, after, rename, clock));
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === tries) throw error;
    }
  }
}

/**
 * Without roles for the new name that do not come from the old one: they were given for another unit, which had that name once. Only before
 * anybody has moved: later ones are given for these people.
 */
function withoutOthers(grants: readonly Grant[], { instansiId, to, rolesFrom }: UnitRename) {
  const isOf = (each: Grant, name: string | undefined) =>
    each.instansiId === instansiId && each.unitKerja === name;
  const given = grants.filter((each) => isOf(each, rolesFrom));
  return grants.filter((each) => !isOf(each, to) || given.some((from) => isSame(from, each)));
}

/** With the roles for the new name, as they were given for the old one. */
function openedGrants(grants: readonly Grant[], rename: UnitRename): readonly Grant[] {
  const { instansiId, to, rolesFrom } = rename;
  if (rolesFrom === undefined) return grants;
  return grants
    .filter((each) => each.instansiId === instansiId && each.unitKerja === rolesFrom)
    .filter(
      ({ role }) =>
        !grants.some(
          (each) => each.role === role && each.instansiId === instansiId && each.unitKerja === to,
        ),
    )
    .reduce<readonly Grant[]>((all, each) => grantsAfter(all, { ...each, unitKerja: to }), grants);
}

function isSame(one: Grant, other: Grant): boolean {
  return one.role === other.role && one.until === other.until;
}

function isLeft({ instansiId, unitKerja }: Grant, rename: UnitRename): boolean {
  return (
    instansiId === rename.instansiId && unitKerja !== undefined && rename.from.includes(unitKerja)
  );
}

function lineOf(
  before: PersonsRoles,
  after: PersonsRoles,
  { asker, approver, reason }: UnitRename,
  clock: Clock,
): AuditEntry {
  const taken = before.grants.filter((each) => !after.grants.includes(each));
  const given = after.grants.filter((each) => !before.grants.includes(each));
  const changes = [
    ...taken.map((grant) => ({ field: "role", from: inWords(grant) })),
    ...given.map((grant) => ({ field: "role", to: inWords(grant) })),
  ];
  const action = given.length > 0 ? "granted" : "revoked";
  const told = { at: clock.now().toISOString(), by: asker, reason, action, changes } as const;
  const line = roleLine(after, told);
  return { ...line, actor: { role: "officer", id: asker }, approvedBy: approver };
}

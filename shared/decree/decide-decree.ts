/** How an approval about a decree ends: it waits for its day, acts at once, moves, or is withdrawn (decision 0048). */
import {
  type Approval,
  type ClosedApproval,
  isWhereAsked,
  personOf,
} from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { PersonsRoles } from "#shared/access/role.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { type DecreeChange, decreeChange } from "./ask-decree.ts";
import {
  actsAt,
  type Decree,
  type Decreed,
  decreedRevision,
  decreeOf,
  expectedOn,
  isAsDecided,
  isDue,
  isOpen,
} from "./decree.ts";
import type { Decrees } from "./decrees.ts";
import { obstacleOf } from "./obstacle.ts";

export interface DecideDecree {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly roles: RoleGrants;
  readonly decrees: Pick<Decrees, "find" | "of" | "adding" | "replacing">;
  readonly approvals: Pick<Approvals, "closing" | "close">;
  readonly clock: Clock;
}

/** Stores what was decided for a day to come; what is of today or before is written into the record at once. */
export function decreesDecided(api: DecideDecree): DecidedKind {
  const { employees, roles, decrees, approvals, clock } = api;
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval, clock.now())),
    unitsAskedFor,
    carryOut: async (closed) => {
      const at = new Date(closed.approval.outcome.at);
      const found = await findAsAsked(api, closed.approval, at);
      if (!found) throw new Conflict("approval-subject-changed");
      const { person, given, seen, change } = found;
      const after = decreeAfter(closed, { person, seen, change });
      const write = seen ? decrees.replacing(after) : decrees.adding(after);
      const isNow = change.act !== "withdraw" && isDue(person, after.tmt, at);
      const next = isNow ? decreedRevision(person, after, at) : undefined;
      try {
        if (!next) return await approvals.close(closed, write, roles.unchanged(given));
        const others = [write, roles.unchanged(given), ...approvals.closing(closed)];
        await employees.save(next, undefined, ...others);
      } catch (error) {
        const isRaced = error instanceof Conflict && racedCodes.includes(error.code);
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
    },
  };
}

const racedCodes: readonly string[] = ["record-changed", "decree-over"];

/** Who asks for a transfer must still reach the other unit as well. */
function unitsAskedFor({ subject, new: wanted }: Approval): readonly string[] {
  const { decreed } = decreeChange.parse(wanted);
  const { unitKerja = subject.unitKerja } = decreed.kind === "placement" ? decreed.to : {};
  return [...new Set([subject.unitKerja, unitKerja])];
}

interface Found {
  readonly person: Employee;
  readonly given: PersonsRoles;
  /** The one that is moved or withdrawn. */
  readonly seen: Decree | undefined;
  readonly change: DecreeChange;
}

/**
 * The person, the roles and the decree; undefined when the person works elsewhere by now, the decree has acted or is another one, or
 * something it changes is not as it was asked for.
 */
async function findAsAsked(
  { employees, roles, decrees }: Pick<DecideDecree, "employees" | "roles" | "decrees">,
  approval: Approval,
  now: Date,
): Promise<Found | undefined> {
  const id = personOf(approval);
  const change = decreeChange.parse(approval.new);
  const [person, given, all] = await Promise.all([
    employees.find(id),
    roles.find(id),
    decrees.of(id),
  ]);
  if (!isWhereAsked(approval, person)) return undefined;
  const found = { person, given, change };
  if (change.act === "plan")
    return fits(found, change.decreed, all, now) ? { ...found, seen: undefined } : undefined;
  const seen = all.find((each) => each.id === change.id);
  if (!seen || !isOpen(seen) || seen.revision !== change.revision) return undefined;
  const others = all.filter((each) => each !== seen);
  const isFit = change.act === "withdraw" || fits(found, change.decreed, others, now);
  return isFit ? { ...found, seen } : undefined;
}

function fits(
  { person, given }: Pick<Found, "person" | "given">,
  decreed: Decreed,
  others: readonly Decree[],
  now: Date,
): boolean {
  const isNow = isDue(person, decreed.tmt, now);
  const before = isNow ? person : expectedOn(person, others, decreed.tmt);
  return isAsDecided(before, decreed) && !obstacleOf(before, decreed, given, now);
}

/** What was decided keeps its reason and its authors when only its day is another one; one that was stuck is decided anew. */
function decreeAfter(
  { approval }: ClosedApproval,
  { person, seen, change }: Pick<Found, "person" | "seen" | "change">,
): Decree {
  const { asker, outcome, reason } = approval;
  const revision = (seen?.revision ?? 0) + 1;
  const word = { askedBy: asker.id, approvedBy: outcome.by, reason };
  if (seen && change.act === "withdraw")
    return { ...seen, revision, state: "withdrawn", endedAt: outcome.at, withdrawal: word };
  const { askedBy, approvedBy } = seen?.state === "waiting" ? seen : word;
  const isNow = isDue(person, change.decreed.tmt, new Date(outcome.at));
  return {
    ...{ ...change.decreed, askedBy, approvedBy, reason: seen?.reason ?? reason },
    ...{ id: seen?.id ?? decreeOf(approval.id), revision },
    ...{ employeeId: person.id, instansiId: person.instansiId, decidedAt: outcome.at },
    actsAt: actsAt(person, change.decreed.tmt),
    ...(seen && { move: { ...word, before: seen.tmt } }),
    ...(isNow ? ({ state: "acted", endedAt: outcome.at } as const) : { state: "waiting" as const }),
  };
}

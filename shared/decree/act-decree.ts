/** One decree whose day has come (decision 0048). */
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { Revision } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { actsAt, type Decree, decreedRevision, isDue } from "./decree.ts";
import type { Decrees } from "./decrees.ts";
import { obstacleOf } from "./obstacle.ts";

/** How often one is tried again because somebody wrote the record at the same moment. */
const tries = 4;

export interface ActDecree {
  readonly decrees: Pick<Decrees, "find" | "replacing" | "replace">;
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly roles: Pick<RoleGrants, "find" | "unchanged">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

/** "over": another run was faster, somebody moved or withdrew it, or its midnight comes later now. */
export type ActOutcome = "acted" | "stuck" | "over";

/**
 * Writes what was decided into the record, with both people as authors, once; or sets the decree aside where it cannot be.
 * @param told whom this run has told already
 */
export async function actDecree(
  dependencies: ActDecree,
  decree: Decree,
  told: Set<string>,
): Promise<ActOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToAct(dependencies, decree, told);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= tries) throw error;
    }
  }
}

async function tryToAct(
  dependencies: ActDecree,
  { employeeId, id }: Decree,
  told: Set<string>,
): Promise<ActOutcome> {
  const { decrees, employees, roles, clock } = dependencies;
  const [seen, person, given] = await Promise.all([
    decrees.find(employeeId, id),
    employees.find(employeeId),
    roles.find(employeeId),
  ]);
  if (seen?.state !== "waiting") return "over";
  const at = clock.now();
  const next = { ...seen, revision: seen.revision + 1 };
  if (person && !isDue(person, seen.tmt, at)) {
    // The agency moved to a zone further west since: its midnight comes later.
    await decrees.replace({ ...next, actsAt: actsAt(person, seen.tmt) });
    return "over";
  }
  const isHere = person?.instansiId === seen.instansiId && !person.joinedInto;
  const obstacle = isHere ? obstacleOf(person, seen, given, at) : "record-changed";
  const change = obstacle ? undefined : changeOf(person, seen, at);
  const endedAt = at.toISOString();
  if (!change) {
    const why = obstacle ?? "record-changed";
    await tell(dependencies, next, { at, told });
    await decrees.replace({ ...next, state: "stuck", obstacle: why, endedAt });
    return "stuck";
  }
  const done = { ...next, state: "acted", endedAt } as const;
  await employees.save(change, undefined, roles.unchanged(given), decrees.replacing(done));
  return "acted";
}

function changeOf(person: Employee | undefined, seen: Decree, at: Date): Revision | undefined {
  return person && decreedRevision(person, seen, at);
}

/** Both people, before it is set aside and once in a run, so that nothing is set aside untold. */
async function tell(
  { accountHistory }: ActDecree,
  { askedBy, approvedBy }: Decree,
  { at, told }: { readonly at: Date; readonly told: Set<string> },
): Promise<void> {
  for (const employeeId of [askedBy, approvedBy]) {
    if (told.has(employeeId)) continue;
    told.add(employeeId);
    const actor = { role: "system" } as const;
    await accountHistory.note({ employeeId, action: "decree-stuck", actor, at });
  }
}

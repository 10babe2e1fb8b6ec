/** The transaction that joins two records of one person (decision 0054). */
import { type Approval, type ClosedApproval, personOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { entryOf } from "#shared/account/account-event.ts";
import { type Decree, isOpen as isOpenDecree } from "#shared/decree/decree.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { nextValues, problemsOfDecided } from "#shared/employee/record-change.ts";
import { joinRecords } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import type { Transfers } from "#shared/transfer/transfers.ts";
import { type FindSides, sideOf } from "./find-sides.ts";
import {
  differencesOf,
  isActivated,
  joinedValues,
  mayTake,
  type Pair,
  recordJoin,
  refusalOf,
  todayOf,
  valuesIn,
} from "./record-join.ts";

export interface DecideJoin extends FindSides {
  readonly employees: Pick<WritableEmployees, "find" | "join">;
  readonly roles: Pick<RoleGrants, "find" | "unchanged">;
  readonly transfers: Pick<Transfers, "find" | "unchanged">;
  readonly sessions: Pick<Sessions, "ending">;
  readonly decrees: Pick<Decrees, "of" | "replacing">;
  readonly approvals: Pick<Approvals, "closing">;
  readonly clock: Clock;
}

/**
 * Joins them: both records with both histories, the numbers and the address, the sessions and decrees of the one that ends, in one
 * transaction. Outdated when one of both says something else of what was shown, or may not be joined any more.
 */
export function recordJoins(api: DecideJoin): DecidedKind {
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval, api.clock.now())),
    carryOut: async (closed) => {
      const { approval } = closed;
      const at = new Date(approval.outcome.at);
      // Before it is asked whether the account is frozen, so that a freeze at this moment makes these writes fail.
      const endings = await api.sessions.ending(
        accountIdOf(recordJoin.parse(approval.new).joined.nip),
        at,
      );
      const pair = await findAsAsked(api, approval, at);
      if (!pair) throw new Conflict("approval-subject-changed");
      const { survivor, joined } = pair;
      const decrees = (await api.decrees.of(joined.record.id)).filter(isOpenDecree);
      try {
        await api.employees.join(
          joiningOf(pair, closed),
          ...endings,
          ...decrees.map((each) => api.decrees.replacing(setAside(each, at))),
          ...[survivor, joined].flatMap(({ record, given, transfer }) => [
            api.roles.unchanged(given),
            api.transfers.unchanged(record.id, transfer),
          ]),
          ...api.approvals.closing(withLine(closed, survivor.record)),
        );
      } catch (error) {
        const isRaced = error instanceof Conflict && racedCodes.includes(error.code);
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
    },
  };
}

const racedCodes: readonly string[] = ["record-changed", "email-taken", "decree-over"];

/** Both records, which still say what was shown; undefined when they may not be joined so any more. */
async function findAsAsked(
  api: DecideJoin,
  approval: Approval,
  now: Date,
): Promise<Pair | undefined> {
  const { subject, other } = approval;
  const [one, two] = await Promise.all([
    api.employees.find(personOf(approval)),
    other && api.employees.find(other.id),
  ]);
  if (!isThere(one, subject) || !isThere(two, { ...subject, ...other })) return undefined;
  const [survivor, joined] = await Promise.all([sideOf(api, one), sideOf(api, two)]);
  const pair = { survivor, joined };
  return isAsAsked(pair, approval, now) ? pair : undefined;
}

/** In the agency and unit by which it was said who decides. */
function isThere(
  record: Employee | undefined,
  { instansiId, unitKerja }: Pick<Approval["subject"], "instansiId" | "unitKerja">,
): record is Employee {
  return record?.instansiId === instansiId && record.unitKerja === unitKerja;
}

function isAsAsked(pair: Pair, approval: Approval, now: Date): boolean {
  const { survivor, joined } = pair;
  const wanted = recordJoin.parse(approval.new);
  const shown = joinedValues.parse(approval.old);
  const isShown =
    survivor.record.nip === wanted.nip &&
    joined.record.nip === wanted.joined.nip &&
    isActivated(joined) === wanted.joined.isActivated &&
    isSame(differencesOf(pair), shown);
  if (!isShown || refusalOf(pair, now) !== undefined) return false;
  const values = valuesIn(joined.record, wanted.taken);
  return (
    wanted.taken.every((field) => mayTake(pair, field, now)) &&
    problemsOfDecided(values, survivor.record, todayOf(survivor, now)).length === 0
  );
}

type Shown = ReturnType<typeof differencesOf>;

function isSame(now: Shown, shown: Shown): boolean {
  return (["survivor", "joined"] as const).every((side) => {
    const inOrder = (values: object) => JSON.stringify(Object.entries(values).sort());
    return inOrder(now[side]) === inOrder(shown[side]);
  });
}

function joiningOf({ survivor, joined }: Pair, { approval }: ClosedApproval) {
  const { asker, outcome, reason } = approval;
  const { taken, source } = recordJoin.parse(approval.new);
  const records = { survivor: survivor.record, joined: joined.record };
  return joinRecords(records, nextValues(valuesIn(joined.record, taken)), {
    ...{ at: new Date(outcome.at), reason, source, approvedBy: outcome.by },
    actor: { role: "officer", id: asker.id },
  });
}

/** A decree about the record that ends never acts; it stays readable with its approval. */
function setAside(each: Decree, at: Date): Decree {
  const revision = each.revision + 1;
  const ended = { state: "withdrawn", obstacle: "joined", endedAt: at.toISOString() } as const;
  return { ...each, ...ended, revision };
}

/** With what the holder is told. */
function withLine(closed: ClosedApproval, { id }: Employee): ClosedApproval {
  const line = entryOf({
    ...{ employeeId: id, action: "records-joined", actor: { role: "system" } },
    at: new Date(closed.approval.outcome.at),
  });
  return { ...closed, entries: [...closed.entries, line] };
}

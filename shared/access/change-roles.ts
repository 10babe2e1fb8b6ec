/** The kind of approval that gives roles and takes them back: one operator asks, a second one approves. */
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { type Approval, type ClosedApproval, personOf } from "./approval.ts";
import type { Approvals } from "./approvals.ts";
import { type AskApproval, askApproval } from "./ask-approval.ts";
import type { DecidedKind } from "./decide-approval.ts";
import {
  grantsAfter,
  grantsWithout,
  inWords,
  requireUnit,
  roleLine,
  type Workplaces,
} from "./grant-role.ts";
import { type Grant, type GrantedRole, type GrantSpan, grantSpan } from "./role.ts";
import type { RoleGrants, WritableRoleGrants } from "./role-grants.ts";

/** A person as far as a role must know one: for which agency it would be. */
interface Person {
  readonly id: Id<"emp">;
  readonly instansiId: string;
  readonly unitKerja: string;
}

export interface AskRoleChange extends AskApproval {
  readonly roles: RoleGrants;
  readonly employees: Workplaces;
}

export interface RoleChangeRequest {
  readonly person: Person;
  /** Of the person's roles, as the operator saw them. */
  readonly revision: number;
  readonly action: "grant" | "revoke";
  readonly role: GrantedRole;
  /** One unit of the person's agency; without one a grant is for the whole agency, and all of the role is taken back. */
  readonly unitKerja?: string | undefined;
  /** The last day of a grant, in Jakarta. */
  readonly until?: string | undefined;
  readonly requestId: string;
  readonly reason: string;
  readonly by: Id<"emp">;
}

const spans = z.array(grantSpan);

/** As it lies in an approval: JSON, which knows no `undefined`. */
const stored = (list: readonly GrantSpan[]) => list.map((span) => z.json().parse(span));

/**
 * An operator asks that a role be given or taken back.
 * @returns the approval, waiting
 * @throws InvalidInput on `unitKerja`: `unit-unknown`, `not-for-operator`; on `until`: `day-passed`; on `role`:
 * `nothing-changed`; Conflict `roles-changed`; as askApproval
 */
export async function askRoleChange(
  dependencies: AskRoleChange,
  request: RoleChangeRequest,
): Promise<Approval> {
  const { person, revision, requestId, reason, by } = request;
  const before = await dependencies.roles.find(person.id);
  if (before.revision !== revision) throw new Conflict("roles-changed");
  const old = before.grants.map(spanOf);
  const wanted = await wantedSpans(dependencies, request, before.grants);
  const change = changeBetween(old, wanted);
  if (change.length === 0) throw new InvalidInput({ field: "role", code: "nothing-changed" });
  return await askApproval(dependencies, {
    kind: "roles",
    subject: {
      id: person.id,
      instansiId: person.instansiId,
      unitKerja: person.unitKerja,
      revision,
    },
    old: stored(old),
    new: stored(wanted),
    reason,
    asker: { id: by, role: "operator" },
    decider: "operator",
    requestId,
    changes: change,
  });
}

/** What an approved change of roles needs. */
export interface CarryOutRoleChange {
  readonly roles: WritableRoleGrants;
  readonly approvals: Pick<Approvals, "closing">;
  readonly employees: { find(id: Id<"emp">): Promise<Person | undefined> };
}

/** Makes the roles what was approved, from the person's next request on. */
export function roleChanges({ roles, approvals, employees }: CarryOutRoleChange): DecidedKind {
  /** The roles; undefined when they, or the person's agency, are not as they were. */
  const findAsAsked = async (approval: Approval) => {
    const { subject } = approval;
    const id = personOf(approval);
    const [before, person] = await Promise.all([roles.find(id), employees.find(id)]);
    const isAsAsked =
      before.revision === subject.revision && person?.instansiId === subject.instansiId;
    return isAsAsked ? before : undefined;
  };
  return {
    isOutdated: async (approval) => !(await findAsAsked(approval)),
    carryOut: async (closed) => {
      const { old, new: wanted } = closed.approval;
      const before = await findAsAsked(closed.approval);
      if (!before) throw new Conflict("approval-subject-changed");
      const after = spans.parse(wanted);
      const next = {
        id: before.id,
        revision: before.revision + 1,
        grants: after.map((span) => grantOf(span, before.grants, closed)),
      };
      const line = historyLine(closed, next, changeBetween(spans.parse(old), after));
      try {
        await roles.save(next, line, ...approvals.closing(closed));
      } catch (error) {
        const isRaced = error instanceof Conflict && error.code === "roles-changed";
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
    },
  };
}

/** What of two shapes is the same role. */
export function spanOf({ role, instansiId, unitKerja, until }: Grant): GrantSpan {
  return {
    role,
    instansiId,
    ...(unitKerja !== undefined && { unitKerja }),
    ...(until !== undefined && { until }),
  };
}

async function wantedSpans(
  { employees, clock }: Pick<AskRoleChange, "employees" | "clock">,
  { person, action, role, unitKerja, until }: RoleChangeRequest,
  grants: readonly Grant[],
): Promise<GrantSpan[]> {
  if (action === "revoke") return grantsWithout(grants, { role, unitKerja }).map(spanOf);
  const { instansiId } = person;
  if (unitKerja !== undefined) await requireUnit(employees, { role, instansiId, unitKerja });
  if (until !== undefined && until < jakartaDay(clock.now()))
    throw new InvalidInput({ field: "until", code: "day-passed" });
  const span = {
    role,
    instansiId,
    ...(unitKerja !== undefined && { unitKerja }),
    ...(until !== undefined && { until }),
  };
  return grantsAfter(grants.map(spanOf), span);
}

/** One that stood before stays as it was given; a new one names both operators. */
function grantOf(span: GrantSpan, before: readonly Grant[], { approval }: ClosedApproval): Grant {
  const kept = before.find((grant) => isSame(spanOf(grant), span));
  const { asker, outcome } = approval;
  return kept ?? { ...span, grantedBy: asker.id, approvedBy: outcome.by, grantedAt: outcome.at };
}

/** Old and new in the words of the history: what is taken, then what is given. */
function changeBetween(
  old: readonly GrantSpan[],
  wanted: readonly GrantSpan[],
): AuditEntry["changes"] {
  const missing = (from: readonly GrantSpan[], among: readonly GrantSpan[]) =>
    from.filter((span) => !among.some((each) => isSame(each, span)));
  return [
    ...missing(old, wanted).map((span) => ({ field: "role", from: inWords(span) })),
    ...missing(wanted, old).map((span) => ({ field: "role", to: inWords(span) })),
  ];
}

function isSame(a: GrantSpan, b: GrantSpan): boolean {
  return (
    a.role === b.role &&
    a.instansiId === b.instansiId &&
    a.unitKerja === b.unitKerja &&
    a.until === b.until
  );
}

function historyLine(
  { approval: { asker, outcome, reason } }: ClosedApproval,
  next: { readonly id: Id<"emp">; readonly revision: number },
  changes: AuditEntry["changes"],
): AuditEntry {
  const action = changes.some(({ to }) => to !== undefined) ? "granted" : "revoked";
  const line = roleLine(next, { at: outcome.at, by: asker.id, reason, action, changes });
  return { ...line, approvedBy: outcome.by };
}

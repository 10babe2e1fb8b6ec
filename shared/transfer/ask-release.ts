/** An agency releases somebody: what its petugas asks for, and its penyetuju decides (kind `transfer-out`, decision 0053). */
import * as z from "zod";
import { type Approval, isWhereAsked, personOf, queueOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import { hasRole } from "#shared/access/role.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { keptSource, type Source, source } from "#shared/audit/source.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { isOpen, releasedUntil, type Transfer } from "./transfer.ts";
import type { Transfers } from "./transfers.ts";

/** What such an approval holds as `new`; as `old` it holds nothing, because nothing of the record changes yet. */
export const release = z.object({ to: z.string(), toName: z.string(), source });

interface WeighRelease {
  readonly roles: Pick<RoleGrants, "find">;
  readonly transfers: Pick<Transfers, "find">;
  readonly clock: Clock;
}

export interface AskRelease extends AskApproval, WeighRelease {
  readonly agencies: Pick<Agencies, "find">;
  readonly approvals: Pick<Approvals, "add" | "find" | "waiting">;
}

interface Request {
  /** In the officer's scope, and not the officer's own record. */
  readonly person: Employee;
  /** Of the record, as the officer saw it. */
  readonly revision: number;
  /** The other agency's id. */
  readonly to: string;
  readonly source: Source;
  readonly reason: string;
  readonly requestId: string;
  readonly by: Officer;
}

/**
 * An officer asks that somebody be released to another agency. Nothing of the record changes by it.
 * @throws InvalidInput on `to` (`unknown-choice`), `sourceNumber`, `reason`; Conflict `record-changed`, `change-needs-operators`,
 * `transfer-ended` of who is no employee any more, `transfer-open` when one is asked for or released; as askApproval
 */
export async function askRelease(
  dependencies: AskRelease,
  { person, revision, to, source: given, reason, requestId, by }: Request,
): Promise<Approval> {
  const { id, instansiId, unitKerja, instansi } = person;
  if (person.revision !== revision) throw new Conflict("record-changed");
  const other = to === instansiId ? undefined : await dependencies.agencies.find(to);
  if (!other) throw new InvalidInput({ field: "to", code: "unknown-choice" });
  const refusal = await refusalOf(dependencies, person);
  if (refusal) throw new Conflict(refusal);
  const paper = keptSource(given, dependencies.clock.now());
  return await askApproval(dependencies, {
    kind: "transfer-out",
    subject: { id, instansiId, unitKerja, revision },
    ...{ old: null, new: { to, toName: other.name, source: paper }, reason, requestId },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [{ field: "instansi", from: instansi, to: other.name }],
    refuse: async (own) => {
      const isSame = (each: Approval) =>
        each.kind === "transfer-out" && each.subject.id === id && each.id !== own;
      const waiting = await dependencies.approvals.waiting(
        queueOf({ decider: "penyetuju", subject: person }),
        { now: dependencies.clock.now(), limit: 1, fits: isSame },
      );
      if (waiting.length > 0) throw new Conflict("transfer-open");
    },
  });
}

/** Why somebody is not released; undefined of who can be. */
async function refusalOf(
  { roles, transfers, clock }: WeighRelease,
  person: Employee,
): Promise<"transfer-ended" | "change-needs-operators" | "transfer-open" | undefined> {
  const now = clock.now();
  if (cardStatus(person, now) === "ended") return "transfer-ended";
  const [given, last] = await Promise.all([roles.find(person.id), transfers.find(person.id)]);
  if (hasRole(given, person, now)) return "change-needs-operators";
  return last && isOpen(last, now) ? "transfer-open" : undefined;
}

export interface DecideRelease extends WeighRelease {
  readonly employees: Pick<WritableEmployees, "find" | "unchanged">;
  readonly roles: Pick<RoleGrants, "find" | "unchanged">;
  readonly agencies: Pick<Agencies, "find">;
  readonly transfers: Pick<Transfers, "find" | "writing">;
  readonly approvals: Pick<Approvals, "close">;
}

/** Puts the person into the other agency's list of who may be taken in. */
export function releases(api: DecideRelease): DecidedKind {
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval)),
    carryOut: async (closed) => {
      const { approval } = closed;
      const id = personOf(approval);
      const [given, last] = await Promise.all([api.roles.find(id), api.transfers.find(id)]);
      const person = await findAsAsked(api, approval);
      if (!person) throw new Conflict("approval-subject-changed");
      const { asker, outcome, reason, subject } = approval;
      const next: Transfer = {
        ...release.parse(approval.new),
        ...{ employeeId: id, from: subject.instansiId, reason },
        ...{ askedBy: asker.id, approvedBy: outcome.by, releasedAt: outcome.at },
        until: releasedUntil(new Date(outcome.at)),
        revision: (last?.revision ?? 0) + 1,
      };
      try {
        await api.approvals.close(
          closed,
          api.transfers.writing(next),
          api.employees.unchanged(person),
          api.roles.unchanged(given),
        );
      } catch (error) {
        const isRaced = error instanceof Conflict && error.code === "transfer-over";
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
    },
  };
}

/** The person who may still be released so. */
async function findAsAsked(api: DecideRelease, approval: Approval): Promise<Employee | undefined> {
  const { to } = release.parse(approval.new);
  const [person, other] = await Promise.all([
    api.employees.find(personOf(approval)),
    api.agencies.find(to),
  ]);
  if (!other || !isWhereAsked(approval, person)) return undefined;
  return (await refusalOf(api, person)) ? undefined : person;
}

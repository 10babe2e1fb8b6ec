import type { AuditEntry, FieldChange } from "#shared/audit/audit-entry.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { digestId } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { type Approval, type ApprovalId, approvalDays, isPerson, subjectsOf } from "./approval.ts";
import type { Approvals } from "./approvals.ts";
import { refuseOwnRecord } from "./own-record.ts";
import { keptReason } from "./reason.ts";

export interface AskApproval {
  readonly approvals: Pick<Approvals, "add" | "find">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/** More than one person asks for by hand; a stolen session buries nobody's list. */
const perAsker: Limit = { name: "approval-asked", max: 60, windowSeconds: 3600 };

type Asked = Pick<
  Approval,
  "kind" | "subject" | "other" | "old" | "new" | "reason" | "asker" | "decider"
>;

interface Request {
  /** Made by the client: the same request twice asks once. */
  readonly requestId: string;
  /** Old and new in the words of the history. */
  readonly changes: readonly FieldChange[];
  /** Throws where it may not be asked now; `own` is the id that it gets, and has if it was asked before. */
  readonly refuse?: (own: ApprovalId) => Promise<void>;
  /** What else is noted of it, in the same transaction. */
  readonly notes?: (approval: Approval) => {
    readonly entries: readonly AuditEntry[];
    readonly writes: readonly JoinedWrite[];
  };
}

/**
 * Somebody asks for a change that another one has to approve. Nothing changes yet.
 * @returns the approval, waiting; of a repeated request as it is by now
 * @throws InvalidInput on `reason`, Forbidden `own-record`, TooManyAttempts; what `refuse` throws
 */
export async function askApproval(
  { approvals, limits, clock }: AskApproval,
  { requestId, changes, refuse, notes, ...asked }: Asked & Request,
): Promise<Approval> {
  const now = clock.now();
  for (const subject of subjectsOf(asked)) refuseOwnRecord(subject, { employeeId: asked.asker.id });
  const reason = keptReason(asked.reason);
  await limits.count(perAsker, asked.asker.id, now);
  // Another question under the same request's id is another approval.
  const id = digestId("apr", [requestId, asked]);
  await refuse?.(id);
  const approval: Approval = {
    ...asked,
    reason,
    id,
    askedAt: now.toISOString(),
    until: new Date(now.getTime() + approvalDays * 86_400_000).toISOString(),
  };
  try {
    const line = lineOf(approval, { revision: 1, by: approval.asker.id, at: approval.askedAt });
    const entry = { ...line, action: "approval-asked", reason, changes } as const;
    const { entries = [], writes = [] } = notes?.(approval) ?? {};
    await approvals.add(approval, [entry, ...entries], ...writes);
    return approval;
  } catch (error) {
    const isRepeated = error instanceof Conflict && error.code === "request-repeated";
    const known = isRepeated ? await approvals.find(approval.id) : undefined;
    if (known) return known;
    throw error;
  }
}

/** What every line of an approval's history says: asking is its first revision, its end the second. */
export function lineOf(
  { id, decider, subject }: Pick<Approval, "id" | "decider" | "subject">,
  { revision, by, at }: { readonly revision: 1 | 2; readonly by: string; readonly at: string },
): Pick<AuditEntry, "subjectId" | "revision" | "at" | "actor" | "about"> {
  const role = decider === "operator" ? "operator" : "officer";
  const about = isPerson(subject.id) && { about: subject.id };
  return { subjectId: approvalSubject(id), revision, at, actor: { role, id: by }, ...about };
}

/** The subject of an approval's own history. */
export function approvalSubject(id: ApprovalId): string {
  return `approval#${id}`;
}

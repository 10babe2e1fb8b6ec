import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import {
  type Approval,
  type ApprovalId,
  type ApprovalKind,
  type ApprovalOutcome,
  type ClosedApproval,
  type Decider,
  refuseDecision,
  refuseWithdrawal,
} from "./approval.ts";
import type { Approvals } from "./approvals.ts";
import { lineOf } from "./ask-approval.ts";
import { keptReason } from "./reason.ts";
import type { Grant } from "./role.ts";

/**
 * Carries out what was approved: its own writes and those that end the approval (`Approvals.closing`) are one
 * transaction.
 * @throws Conflict `approval-subject-changed` when the subject is not as it was asked for
 */
export type CarryOut = (closed: ClosedApproval) => Promise<void>;

export interface DecideApproval {
  readonly approvals: Pick<Approvals, "find" | "close">;
  readonly clock: Clock;
  /** One for each kind: a kind that nobody carries out does not compile. */
  readonly carryOut: Readonly<Record<ApprovalKind, CarryOut>>;
  /** The roles that somebody has now. */
  readonly rolesNow: (id: Id<"emp">) => Promise<readonly Grant[]>;
}

interface Decision {
  readonly id: ApprovalId;
  readonly by: Decider;
}

/**
 * The second person agrees, and the change is made.
 * @throws as refuseDecision; Conflict `approval-asker-changed` when the asker has lost the role to ask,
 * `approval-subject-changed` when what is changed is not as it was
 */
export async function approve(
  dependencies: DecideApproval,
  { id, by }: Decision,
): Promise<Approval> {
  const approval = await findToDecide(dependencies, { id, by });
  const { asker, kind } = approval;
  const asking = await dependencies.rolesNow(asker.id);
  if (!asking.some(({ role }) => role === asker.role)) throw new Conflict("approval-asker-changed");
  const closed = closedBy(approval, { state: "approved", by: by.employeeId }, dependencies.clock);
  try {
    await dependencies.carryOut[kind](closed);
  } catch (error) {
    await tellWhoWasFaster(error, () => findToDecide(dependencies, { id, by }));
    throw error;
  }
  return closed.approval;
}

/** The second person says no. @throws as refuseDecision; InvalidInput on `reason` */
export async function refuse(
  dependencies: Pick<DecideApproval, "approvals" | "clock">,
  { id, by, reason }: Decision & { readonly reason: string },
): Promise<Approval> {
  const approval = await findToDecide(dependencies, { id, by });
  const outcome = { state: "refused", by: by.employeeId, reason: keptReason(reason) } as const;
  return await close(dependencies, closedBy(approval, outcome, dependencies.clock), () =>
    findToDecide(dependencies, { id, by }),
  );
}

/** The asker takes it back. @throws as refuseWithdrawal */
export async function withdraw(
  dependencies: Pick<DecideApproval, "approvals" | "clock">,
  { id, by }: { readonly id: ApprovalId; readonly by: Id<"emp"> },
): Promise<Approval> {
  const look = async () => {
    const approval = await find(dependencies, id);
    refuseWithdrawal(approval, by, dependencies.clock.now());
    return approval;
  };
  const closed = closedBy(await look(), { state: "withdrawn", by }, dependencies.clock);
  return await close(dependencies, closed, look);
}

async function close(
  { approvals }: Pick<DecideApproval, "approvals">,
  closed: ClosedApproval,
  look: () => Promise<unknown>,
): Promise<Approval> {
  try {
    await approvals.close(closed);
  } catch (error) {
    await tellWhoWasFaster(error, look);
    throw error;
  }
  return closed.approval;
}

/**
 * A transaction that was refused says that something moved, not what: whoever lost against another decision, a withdrawal or
 * the end of the time is told that.
 */
async function tellWhoWasFaster(error: unknown, look: () => Promise<unknown>): Promise<void> {
  if (error instanceof Conflict) await look();
}

async function findToDecide(
  dependencies: Pick<DecideApproval, "approvals" | "clock">,
  { id, by }: Decision,
): Promise<Approval> {
  const approval = await find(dependencies, id);
  refuseDecision(approval, by, dependencies.clock.now());
  return approval;
}

async function find(
  { approvals }: Pick<DecideApproval, "approvals">,
  id: ApprovalId,
): Promise<Approval> {
  const approval = await approvals.find(id);
  if (!approval) throw new NotFound("No such approval.");
  return approval;
}

function closedBy(
  approval: Approval,
  outcome: Omit<ApprovalOutcome, "at">,
  clock: Clock,
): ClosedApproval {
  const at = clock.now().toISOString();
  const { state, by, reason } = outcome;
  return {
    approval: { ...approval, outcome: { ...outcome, at } },
    entry: {
      ...lineOf(approval, { revision: 2, by, at }),
      action: `approval-${state}`,
      ...(reason !== undefined && { reason }),
      changes: [],
    },
  };
}

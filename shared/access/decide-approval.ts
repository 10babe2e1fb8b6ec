import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Busy, Conflict, NotFound } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import {
  type Approval,
  type ApprovalId,
  type ApprovalKind,
  type ApprovalOutcome,
  type Asker,
  type ClosedApproval,
  type Decider,
  refuseDecision,
  refuseWithdrawal,
} from "./approval.ts";
import type { Approvals } from "./approvals.ts";
import { lineOf } from "./ask-approval.ts";
import { keptReason } from "./reason.ts";
import { type Grant, reachOf } from "./role.ts";
import { reaches } from "./scope.ts";

/**
 * Carries out what was approved: its own writes and those that end the approval (`Approvals.closing`) are one
 * transaction.
 * @throws Conflict `approval-subject-changed` when the subject is not as it was asked for
 */
type CarryOut = (closed: ClosedApproval) => Promise<void>;

/** What else the history tells of an end that changes nothing. */
type NoteEnd = (closed: ClosedApproval) => readonly AuditEntry[];

/** How approvals of one kind end. */
export interface DecidedKind {
  /** Whether what it is about is not as it was asked for any more: then it can only be refused or withdrawn. */
  readonly isOutdated: (approval: Approval) => Promise<boolean>;
  readonly carryOut: CarryOut;
  /** Units whose people alone were asked for; without it who asks must reach the subject: of a thing, the whole agency. */
  readonly unitsAskedFor?: (approval: Approval) => readonly string[] | undefined;
  /** Where more is told when one is refused or withdrawn. */
  readonly noteEnd?: NoteEnd;
}

/** Of a role that decides: a kind that nobody carries out does not compile. */
export type DecidedKinds<Kind extends ApprovalKind = ApprovalKind> = Readonly<
  Record<Kind, DecidedKind>
>;

export interface DecideApproval {
  readonly approvals: Pick<Approvals, "find" | "close">;
  readonly clock: Clock;
  /** Those that are decided here. */
  readonly kinds: Partial<DecidedKinds>;
  /** The roles that somebody has now. */
  readonly standingOf: (id: Id<"emp">) => Promise<Standing>;
}

/** Roles that stand, and the condition that holds a transaction to them (`RoleGrants.unchanged`). */
export interface Standing {
  readonly roles: readonly Grant[];
  readonly unchanged: JoinedWrite;
}

type Ending = Pick<DecideApproval, "approvals" | "clock" | "kinds">;
type Find = Pick<DecideApproval, "approvals" | "kinds">;

interface Decision {
  readonly id: ApprovalId;
  readonly by: Decider;
}

/** How often a decision is made again because the roles of one of the two moved at the same moment. */
const tries = 3;

/**
 * The second person agrees, and the change is made, in one transaction with a check that both still have the roles they acted
 * by: two decisions at the same moment cannot take the roles of one another's deciders.
 * @throws as refuseDecision; Conflict `approval-asker-changed` when the asker has lost the role to ask, or it
 * does not reach any more what was asked for; `approval-subject-changed` when what is changed is not as it was
 */
export async function approve(
  dependencies: DecideApproval,
  { id, by }: Decision,
): Promise<Approval> {
  for (let attempt = 1; ; attempt++) {
    const closed = await closeAs(dependencies, { id, by });
    try {
      await dependencies.kinds[closed.approval.kind]?.carryOut(closed);
      return closed.approval;
    } catch (error) {
      const isRaced = error instanceof Conflict && error.code === "decision-raced";
      if (isRaced && attempt < tries) continue;
      await tellWhoWasFaster(error, () => findToDecide(dependencies, { id, by }));
      throw isRaced ? new Busy(1) : error;
    }
  }
}

/** The approval as it would end now, by roles that both have at this moment. */
async function closeAs(
  dependencies: DecideApproval,
  { id, by }: Decision,
): Promise<ClosedApproval> {
  const approval = await findToDecide(dependencies, { id, by });
  const { asker } = approval;
  const [asking, deciding] = await Promise.all([
    dependencies.standingOf(asker.id),
    dependencies.standingOf(by.employeeId),
  ]);
  refuseDecision(approval, { ...by, roles: deciding.roles }, dependencies.clock.now());
  const units = dependencies.kinds[approval.kind]?.unitsAskedFor?.(approval);
  if (!mayStillAsk(approval, asking.roles, units)) throw new Conflict("approval-asker-changed");
  const outcome = { state: "approved", by: by.employeeId } as const;
  return {
    ...closedBy(approval, outcome, dependencies.clock),
    standing: [asking.unchanged, deciding.unchanged],
  };
}

/** Whether the role that it was asked by still reaches all of it. An operator's reaches everybody. */
function mayStillAsk(
  { asker, subject, other }: Approval,
  roles: readonly Grant[],
  units: readonly string[] = [subject.unitKerja, ...(other ? [other.unitKerja] : [])],
): boolean {
  const { instansiId } = subject;
  const asked = roles.filter(({ role }) => role === asker.role);
  if (asker.role === "operator") return asked.length > 0;
  const here = asked.filter((grant) => grant.instansiId === instansiId);
  const scope = { instansiId, units: reachOf(here, [asker.role]) };
  return here.length > 0 && units.every((unitKerja) => reaches(scope, { instansiId, unitKerja }));
}

/** The second person says no. @throws as refuseDecision; InvalidInput on `reason` */
export async function refuse(
  dependencies: Ending,
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
  dependencies: Ending,
  { id, by }: { readonly id: ApprovalId; readonly by: Asker },
): Promise<Approval> {
  const look = async () => {
    const approval = await find(dependencies, id);
    refuseWithdrawal(approval, by, dependencies.clock.now());
    return approval;
  };
  const outcome = { state: "withdrawn", by: by.employeeId } as const;
  const closed = closedBy(await look(), outcome, dependencies.clock);
  return await close(dependencies, closed, look);
}

async function close(
  { approvals, kinds }: Ending,
  closed: ClosedApproval,
  look: () => Promise<unknown>,
): Promise<Approval> {
  try {
    const more = kinds[closed.approval.kind]?.noteEnd?.(closed) ?? [];
    await approvals.close({ ...closed, entries: [...closed.entries, ...more] });
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
  dependencies: Find & Pick<DecideApproval, "clock">,
  { id, by }: Decision,
): Promise<Approval> {
  const approval = await find(dependencies, id);
  refuseDecision(approval, by, dependencies.clock.now());
  return approval;
}

/** @throws NotFound also for one of a kind that is decided elsewhere */
async function find({ approvals, kinds }: Find, id: ApprovalId): Promise<Approval> {
  const approval = await approvals.find(id);
  if (!approval || !kinds[approval.kind]) throw new NotFound("No such approval.");
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
    entries: [
      {
        ...lineOf(approval, { revision: 2, by, at }),
        action: `approval-${state}`,
        ...(reason !== undefined && { reason }),
        changes: [],
      },
    ],
    standing: [],
  };
}

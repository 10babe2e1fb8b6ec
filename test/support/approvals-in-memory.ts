import {
  type Approval,
  type ApprovalId,
  type ClosedApproval,
  queueOf,
} from "#shared/access/approval.ts";
import type { ApprovalQuery, Approvals } from "#shared/access/approvals.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The approval table without DynamoDB; runs the same contract test (approval-table-contract.ts). */
export class ApprovalsInMemory implements Approvals {
  readonly history: AuditEntry[];
  readonly #approvals = new Map<ApprovalId, Approval>();

  constructor(history: AuditEntry[] = []) {
    this.history = history;
  }

  get all(): readonly Approval[] {
    return [...this.#approvals.values()];
  }

  async add(
    approval: Approval,
    entries: readonly AuditEntry[],
    ...others: readonly JoinedWrite[]
  ): Promise<void> {
    const step = stepInMemory("request-repeated", {
      holds: () => !this.#approvals.has(approval.id),
      write: () => {
        this.#approvals.set(approval.id, approval);
        this.history.push(...entries);
      },
    });
    writeInMemory([...others, step]);
  }

  async find(id: ApprovalId): Promise<Approval | undefined> {
    return this.#approvals.get(id);
  }

  closing({ approval, entries, standing }: ClosedApproval): readonly JoinedWrite[] {
    return [
      ...standing,
      stepInMemory("approval-decided", {
        holds: () => {
          const before = this.#approvals.get(approval.id);
          return before !== undefined && !before.outcome && before.until > approval.outcome.at;
        },
        write: () => {
          this.#approvals.set(approval.id, approval);
          this.history.push(...entries);
        },
      }),
    ];
  }

  async close(closed: ClosedApproval, ...others: readonly JoinedWrite[]): Promise<void> {
    writeInMemory([...others, ...this.closing(closed)]);
  }

  async waiting(
    queue: string,
    { now, limit, fits }: ApprovalQuery & { readonly now: Date },
  ): Promise<Approval[]> {
    return this.all
      .filter((each) => queueOf(each) === queue && !each.outcome && each.until > now.toISOString())
      .filter(fits)
      .sort((a, b) => (a.until < b.until ? -1 : 1))
      .slice(0, limit);
  }

  async about(personId: Id<"emp">, query: ApprovalQuery): Promise<Approval[]> {
    return this.#newest(({ subject }) => subject.id === personId, query);
  }

  async askedBy(askerId: Id<"emp">, query: ApprovalQuery): Promise<Approval[]> {
    return this.#newest(({ asker }) => asker.id === askerId, query);
  }

  #newest(isMeant: (approval: Approval) => boolean, { limit, fits }: ApprovalQuery): Approval[] {
    return this.all
      .filter((each) => isMeant(each) && fits(each))
      .sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1))
      .slice(0, limit);
  }
}

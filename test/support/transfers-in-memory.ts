import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Transfer } from "#shared/transfer/transfer.ts";
import type { Transfers } from "#shared/transfer/transfers.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** Transfers without DynamoDB; runs the same contract test (transfer-table-contract.ts). */
export class TransfersInMemory implements Transfers {
  readonly #transfers = new Map<EmployeeId, Transfer>();
  readonly #history: AuditEntry[];

  constructor(history: AuditEntry[] = []) {
    this.#history = history;
  }

  async find(person: EmployeeId): Promise<Transfer | undefined> {
    return this.#transfers.get(person);
  }

  writing(next: Transfer): JoinedWrite {
    return stepInMemory("transfer-over", {
      holds: () => (this.#transfers.get(next.employeeId)?.revision ?? 0) === next.revision - 1,
      write: () => void this.#transfers.set(next.employeeId, next),
    });
  }

  unchanged(person: EmployeeId, seen: Transfer | undefined): JoinedWrite {
    return stepInMemory("decision-raced", {
      holds: () => this.#transfers.get(person)?.revision === seen?.revision,
      write: () => undefined,
    });
  }

  async save(next: Transfer, entries: readonly AuditEntry[]): Promise<void> {
    writeInMemory([this.writing(next)]);
    this.#history.push(...entries);
  }

  async arriving(
    to: string,
    { now, limit }: { readonly now: Date; readonly limit: number },
  ): Promise<Transfer[]> {
    return [...this.#transfers.values()]
      .filter((each) => each.to === to && !each.ending && each.until > now.toISOString())
      .toSorted((a, b) => (a.until < b.until ? -1 : 1))
      .slice(0, limit);
  }
}

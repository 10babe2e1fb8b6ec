import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Print, PrintProgress } from "#shared/print/print.ts";
import type { PrintId } from "#shared/print/print-id.ts";
import type { Prints } from "#shared/print/prints.ts";

/** The print table without DynamoDB; runs the same contract test (print-table-contract.ts). */
export class PrintsInMemory implements Prints {
  /** Every progress that was noted, in order. */
  readonly notes: Partial<PrintProgress>[] = [];
  readonly #prints = new Map<PrintId, Print>();

  get all(): readonly Print[] {
    return [...this.#prints.values()];
  }

  async add(print: Print): Promise<void> {
    if (!this.#prints.has(print.id)) this.#prints.set(print.id, print);
  }

  async find(id: PrintId): Promise<Print | undefined> {
    return this.#prints.get(id);
  }

  async ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Print[]> {
    return this.all
      .filter((print) => print.officerId === officerId && print.endsAt > now.toISOString())
      .sort((a, b) => (a.endsAt < b.endsAt ? 1 : -1))
      .slice(0, limit);
  }

  async advance(id: PrintId, progress: Partial<PrintProgress>, now: Date): Promise<void> {
    this.notes.push(progress);
    const print = this.#prints.get(id);
    if (!print || print.state === "ready") return;
    this.#prints.set(id, { ...print, ...progress, updatedAt: now.toISOString() });
  }
}

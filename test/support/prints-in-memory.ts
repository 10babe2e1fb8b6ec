import { isDeepStrictEqual } from "node:util";
import type { EmployeeId } from "#shared/employee/employee.ts";
import {
  type DrawnPart,
  type Print,
  type PrintProgress,
  toldOf,
  withDrawn,
} from "#shared/print/print.ts";
import type { PrintId } from "#shared/print/print-id.ts";
import type { PlannedPart, PrintNote, Prints } from "#shared/print/prints.ts";

/** The print table without DynamoDB; runs the same contract test (print-table-contract.ts). */
export class PrintsInMemory implements Prints {
  /** Every progress that was noted, in order. */
  readonly notes: PrintNote[] = [];
  readonly #prints = new Map<PrintId, Print>();
  readonly #people = new Map<PrintId, readonly PlannedPart[]>();

  get all(): readonly Print[] {
    return [...this.#prints.values()];
  }

  async add(print: Print, parts?: readonly PlannedPart[]): Promise<void> {
    if (this.#prints.has(print.id)) return;
    this.#prints.set(print.id, { ...print, ...(parts && { plan: "plan", ...toldOf(parts) }) });
    if (parts) this.#people.set(print.id, parts);
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

  async advance(id: PrintId, progress: PrintNote, now: Date): Promise<boolean> {
    this.notes.push(progress);
    return this.#change(id, progress, now);
  }

  async plan({ id }: Print, parts: readonly PlannedPart[], now: Date): Promise<boolean> {
    const isPlanned = this.#prints.get(id)?.plan !== undefined;
    const isFirst = !isPlanned && this.#change(id, { plan: "plan", ...toldOf(parts) }, now);
    if (isFirst) this.#people.set(id, parts);
    return isFirst;
  }

  async peopleOf({ id }: Print, part: number): Promise<readonly EmployeeId[]> {
    const planned = this.#people.get(id)?.[part];
    if (!planned) throw new Error("No such part.");
    return planned.ids;
  }

  async finishPart(
    { id, parts }: Print,
    part: DrawnPart,
    progress: PrintNote,
    now: Date,
  ): Promise<boolean> {
    this.notes.push(progress);
    if (!isDeepStrictEqual(this.#prints.get(id)?.parts, parts)) return false;
    return this.#change(id, { ...progress, parts: withDrawn(parts, part) }, now);
  }

  async turn(id: PrintId, to: "stopped" | "waiting", now: Date): Promise<void> {
    this.#change(id, { state: to }, now, ["ready"]);
  }

  #change(
    id: PrintId,
    to: Partial<PrintProgress> & { readonly plan?: string },
    now: Date,
    unless: readonly Print["state"][] = ["ready", "stopped"],
  ): boolean {
    const print = this.#prints.get(id);
    if (!print || unless.includes(print.state)) return false;
    this.#prints.set(id, { ...print, ...to, updatedAt: now.toISOString() });
    return true;
  }
}

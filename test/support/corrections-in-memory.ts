import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type {
  Correction,
  CorrectionAnswer,
  Corrections,
  OpenCorrection,
  OpenQuery,
} from "#shared/correction/correction.ts";
import { Conflict } from "#shared/runtime/errors.ts";

const keyOf = ({ employeeId, field }: Pick<Correction, "employeeId" | "field">) =>
  `${employeeId}/${field}`;
const placeOf = (report: OpenCorrection) => `${report.dueAt}/${keyOf(report)}`;

/** Reports of wrong data, without DynamoDB; runs the same contract test (correction-table-contract.ts). */
export class CorrectionsInMemory implements Corrections {
  readonly #reports = new Map<string, Correction>();
  readonly #history: AuditEntry[];

  constructor(history: AuditEntry[] = []) {
    this.#history = history;
  }

  async add(report: Correction): Promise<boolean> {
    const former = this.#reports.get(keyOf(report));
    if (former && !former.answer) return false;
    this.#reports.set(keyOf(report), report);
    return true;
  }

  async of(employeeId: string): Promise<Correction[]> {
    return [...this.#reports.values()]
      .filter((report) => report.employeeId === employeeId)
      .toSorted((a, b) => (a.field < b.field ? -1 : 1));
  }

  async open(instansiId: string, { limit, after }: OpenQuery): Promise<Correction[]> {
    return this.#waiting(instansiId)
      .filter((report) => !after || placeOf(report) > placeOf(after))
      .slice(0, limit);
  }

  async answer(report: Correction, answer: CorrectionAnswer, line: AuditEntry): Promise<void> {
    const { subjectId, revision } = line;
    const isTaken = this.#history.some(
      (each) => each.subjectId === subjectId && each.revision === revision,
    );
    if (isTaken || !this.#replace({ ...report, answer })) throw new Conflict("correction-answered");
    this.#history.push(line);
  }

  async handOver(report: Correction, instansiId: string): Promise<boolean> {
    return this.#replace({ ...report, instansiId });
  }

  async countOverdue(instansiId: string, now: Date, most: number): Promise<number> {
    const overdue = this.#waiting(instansiId).filter(({ dueAt }) => dueAt < now.toISOString());
    return Math.min(overdue.length, most);
  }

  #waiting(instansiId: string): Correction[] {
    return [...this.#reports.values()]
      .filter((report) => report.instansiId === instansiId && !report.answer)
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }

  #replace(report: Correction): boolean {
    const former = this.#reports.get(keyOf(report));
    if (former?.id !== report.id || former.answer) return false;
    this.#reports.set(keyOf(report), report);
    return true;
  }
}

/** Nobody has a card, nothing was reported or asked for: for a world that is about something else. */
export function noCorrections() {
  return {
    cards: { find: async () => undefined },
    corrections: new CorrectionsInMemory(),
    requests: { of: async () => [] },
  };
}

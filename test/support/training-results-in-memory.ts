import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { type LearningEntry, numberKeyOf } from "#shared/training/learning-ledger.ts";
import type { OfferId } from "#shared/training/training-offer.ts";
import type { SessionSheet, TrainingResult } from "#shared/training/training-result.ts";
import type {
  CertificateChange,
  CertificateSeries,
  WritableTrainingResults,
} from "#shared/training/training-results.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** Results of trainings without DynamoDB; runs the same contract test (training-result-table-contract.ts). */
export class TrainingResultsInMemory implements WritableTrainingResults {
  readonly history: AuditEntry[] = [];
  readonly #sheets = new Map<string, SessionSheet>();
  readonly #results = new Map<string, TrainingResult>();
  readonly #learnt = new Map<EmployeeId, Map<string, LearningEntry>>();
  readonly #numbers = new Map<string, number>();

  async sheets(offer: OfferId): Promise<readonly SessionSheet[]> {
    return [...this.#sheets].filter(([key]) => key.startsWith(`${offer}#`)).map(([, each]) => each);
  }

  async results(offer: OfferId): Promise<readonly TrainingResult[]> {
    return [...this.#results.values()].filter((each) => each.offer === offer);
  }

  async result(offer: OfferId, person: EmployeeId): Promise<TrainingResult | undefined> {
    return this.#results.get(`${offer}#${person}`);
  }

  async learnt(person: EmployeeId): Promise<readonly LearningEntry[]> {
    return [...(this.#learnt.get(person)?.values() ?? [])];
  }

  async lastNumber(series: CertificateSeries): Promise<number> {
    return this.#numbers.get(seriesKey(series)) ?? 0;
  }

  counting(person: EmployeeId, learnt: LearningEntry): JoinedWrite {
    return stepInMemory("request-outdated", {
      holds: () => !this.#learnt.get(person)?.has(learntKey(learnt)),
      write: () => this.#keep(person, learnt),
    });
  }

  async saveSheet(offer: OfferId, sheet: SessionSheet, entry: AuditEntry): Promise<void> {
    const key = `${offer}#${sheet.session}`;
    if ((this.#sheets.get(key)?.revision ?? 0) !== sheet.revision - 1)
      throw new Conflict("record-changed");
    this.#sheets.set(key, sheet);
    this.history.push(entry);
  }

  async saveResult(
    result: TrainingResult,
    entry: AuditEntry,
    more?: CertificateChange,
  ): Promise<void> {
    const key = `${result.offer}#${result.person}`;
    if ((this.#results.get(key)?.revision ?? 0) !== result.revision - 1)
      throw new Conflict("record-changed");
    const number = more?.number;
    if (number && (this.#numbers.get(seriesKey(number)) ?? 0) !== number.next - 1)
      throw new Conflict("decision-raced");
    writeInMemory(more?.others ?? []);
    this.#results.set(key, result);
    this.history.push(entry);
    if (!more) return;
    const { learner, learnt } = more;
    this.#keep(learner, learnt);
    if (number) this.#numbers.set(seriesKey(number), number.next);
  }

  #keep(person: EmployeeId, learnt: LearningEntry): void {
    const known = this.#learnt.get(person) ?? new Map<string, LearningEntry>();
    this.#learnt.set(person, known.set(learntKey(learnt), learnt));
  }
}

const learntKey = ({ endedOn, number }: LearningEntry) =>
  `${endedOn.slice(0, 4)}#${numberKeyOf(number)}`;
const seriesKey = ({ instansiId, year }: CertificateSeries) => `${instansiId}#${year}`;

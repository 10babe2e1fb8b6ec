import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import type { RegisterLine } from "#shared/training/register-line.ts";
import type { OfferId, TrainingOffer } from "#shared/training/training-offer.ts";
import { type Joined, mostLines, type WritableTrainings } from "#shared/training/trainings.ts";

/** The offers and registers without DynamoDB; runs the same contract test (training-table-contract.ts). */
export class TrainingsInMemory implements WritableTrainings {
  readonly history: AuditEntry[] = [];
  readonly #offers = new Map<OfferId, TrainingOffer>();
  readonly #registers = new Map<OfferId, RegisterLine[]>();

  readonly #joined = new Map<EmployeeId, Map<OfferId, Joined>>();

  async find(instansiId: string, id: OfferId): Promise<TrainingOffer | undefined> {
    const offer = this.#offers.get(id);
    return offer?.instansiId === instansiId ? offer : undefined;
  }

  async findAll(wanted: readonly Joined[]): Promise<readonly TrainingOffer[]> {
    const found = wanted.map(({ instansiId, offer }) => this.find(instansiId, offer));
    return (await Promise.all(found)).filter((each) => each !== undefined);
  }

  async list(instansiId: string): Promise<readonly TrainingOffer[]> {
    return [...this.#offers.values()].filter((each) => each.instansiId === instansiId);
  }

  async joinedBy(person: EmployeeId): Promise<readonly Joined[]> {
    return [...(this.#joined.get(person)?.values() ?? [])];
  }

  async noteJoin(person: EmployeeId, joined: Joined): Promise<void> {
    const known = this.#joined.get(person) ?? new Map<OfferId, Joined>();
    this.#joined.set(person, known.set(joined.offer, joined));
  }

  async register(id: OfferId): Promise<readonly RegisterLine[]> {
    return [...(this.#registers.get(id) ?? [])];
  }

  async registers(ids: readonly OfferId[]) {
    return new Map([...this.#registers].filter(([id]) => ids.includes(id)));
  }

  async append(id: OfferId, line: RegisterLine): Promise<readonly RegisterLine[]> {
    const lines = this.#registers.get(id);
    if (!lines) throw new NotFound("No such register.");
    if (lines.length >= mostLines) throw new Conflict("training-full");
    lines.push(line);
    return [...lines];
  }

  async save(offer: TrainingOffer, entry: AuditEntry, told?: RegisterLine): Promise<void> {
    const before = this.#offers.get(offer.id);
    if ((before?.revision ?? 0) !== offer.revision - 1) throw new Conflict("record-changed");
    this.#offers.set(offer.id, offer);
    this.history.push(entry);
    if (told) this.#registers.set(offer.id, [...(this.#registers.get(offer.id) ?? []), told]);
  }
}

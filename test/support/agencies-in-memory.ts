import type { WritableAgencies } from "#shared/agency/agencies.ts";
import type { Agency } from "#shared/agency/agency.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The agency table without DynamoDB; runs the same contract test (agency-table-contract.ts). */
export class AgenciesInMemory implements WritableAgencies {
  readonly history: AuditEntry[] = [];
  readonly #agencies: Map<string, Agency>;

  constructor(...agencies: readonly Agency[]) {
    this.#agencies = new Map(agencies.map((agency) => [agency.id, agency]));
  }

  async find(id: string): Promise<Agency | undefined> {
    return this.#agencies.get(id);
  }

  async list(): Promise<Agency[]> {
    return [...this.#agencies.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async save(agency: Agency, entry: AuditEntry, ...others: readonly JoinedWrite[]): Promise<void> {
    const step = stepInMemory("agency-changed", {
      holds: () => (this.#agencies.get(agency.id)?.revision ?? 0) === agency.revision - 1,
      write: () => {
        this.#agencies.set(agency.id, agency);
        this.history.push(entry);
      },
    });
    writeInMemory([step, ...others]);
  }

  async point(seen: Agency, agency: Agency, ...others: readonly JoinedWrite[]): Promise<void> {
    const step = stepInMemory("agency-changed", {
      holds: () => {
        const { revision, nameWork } = this.#agencies.get(agency.id) ?? {};
        return revision === seen.revision && nameWork === seen.nameWork;
      },
      write: () => this.#agencies.set(agency.id, agency),
    });
    writeInMemory([step, ...others]);
  }
}

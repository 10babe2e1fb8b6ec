import type { EmployeeId } from "#shared/employee/employee.ts";
import type {
  Absence,
  AbsenceChange,
  LeaveLedger,
  LeaveLedgers,
  PlacedAbsence,
  Workplace,
} from "#shared/leave/leave-ledgers.ts";
import { overlaps, type Span } from "#shared/leave/leave-span.ts";
import type { RequestId } from "#shared/request/request.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The ledgers of leave without DynamoDB; runs the same contract test (leave-ledger-contract.ts). */
export class LeaveLedgersInMemory implements LeaveLedgers {
  readonly #ledgers = new Map<EmployeeId, LeaveLedger>();
  readonly #absences = new Map<RequestId, AbsenceChange>();

  async find(person: EmployeeId): Promise<LeaveLedger> {
    return this.#ledgers.get(person) ?? { person, revision: 0, movements: [], leaves: [] };
  }

  async leavesOf(people: readonly EmployeeId[]) {
    const known = people.flatMap((person) => this.#ledgers.get(person) ?? []);
    return new Map(known.map(({ person, leaves }) => [person, leaves]));
  }

  async save(
    { person, revision }: LeaveLedger,
    { movements, leaves }: Pick<LeaveLedger, "movements" | "leaves">,
    absence: AbsenceChange | undefined,
    ...others: readonly JoinedWrite[]
  ): Promise<void> {
    const own = stepInMemory("leave-moved", {
      holds: () => (this.#ledgers.get(person)?.revision ?? 0) === revision,
      write: () => {
        this.#ledgers.set(person, { person, revision: revision + 1, movements, leaves });
        if (absence) this.#absences.set(absence.request, absence);
      },
    });
    writeInMemory([own, ...others]);
  }

  async awayIn(instansiId: string, span: Span): Promise<readonly PlacedAbsence[]> {
    return [...this.#absences.values()].flatMap(({ place, ...absence }) =>
      place?.instansiId === instansiId && overlaps(absence, span)
        ? [{ ...absence, unitKerja: place.unitKerja }]
        : [],
    );
  }

  async away(place: Workplace, span: Span): Promise<readonly Absence[]> {
    return [...this.#absences.values()]
      .filter(
        (each) =>
          each.place?.instansiId === place.instansiId && each.place.unitKerja === place.unitKerja,
      )
      .filter((each) => overlaps(each, span))
      .toSorted((a, b) => a.to.localeCompare(b.to))
      .map(({ place: _, ...absence }) => absence);
  }
}

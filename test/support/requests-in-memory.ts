import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import {
  isThrownAway,
  isUnsent,
  queueOf,
  type Request,
  type RequestId,
} from "#shared/request/request.ts";
import { isOnItsWay } from "#shared/request/request-states.ts";
import type {
  EndedQuery,
  Move,
  PersonQuery,
  RequestQuery,
  Requests,
} from "#shared/request/requests.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** Requests without DynamoDB; runs the same contract test (request-table-contract.ts). */
export class RequestsInMemory implements Requests {
  readonly #requests = new Map<RequestId, Request>();
  readonly history: AuditEntry[];
  readonly #onWrite: (move: Move) => void;

  /** @param onWrite called at the very moment of each write */
  constructor(history: AuditEntry[] = [], onWrite: (move: Move) => void = () => {}) {
    this.history = history;
    this.#onWrite = onWrite;
  }

  async find(id: RequestId): Promise<Request | undefined> {
    return this.#requests.get(id);
  }

  async findAll(ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Request>> {
    const found = ids.flatMap((id) => this.#requests.get(id) ?? []);
    return new Map(found.map((each) => [each.id, each]));
  }

  saving(move: Move): readonly JoinedWrite[] {
    const { before, after, lines, standing } = move;
    const isFree = () => !isOnItsWay(after) || !this.#others(after).some(isOnItsWay);
    const isAsSeen = () => this.#requests.get(after.id)?.version === before?.version;
    const write = () => {
      this.#requests.set(after.id, after);
      this.history.push(...lines);
      this.#onWrite(move);
    };
    return [
      ...standing,
      stepInMemory("request-open", { holds: isFree, write: () => {} }),
      stepInMemory("request-moved", { holds: () => isAsSeen() && !this.#isTold(lines), write }),
    ];
  }

  async save(move: Move): Promise<void> {
    writeInMemory(this.saving(move));
  }

  async of(person: string, { limit, after, asked }: PersonQuery): Promise<Request[]> {
    const placeOf = (id: string, at: string) => `${at}/${id}`;
    return [...this.#requests.values()]
      .filter((each) => each.person === person && !isThrownAway(each) && !(asked && each.unasked))
      .toSorted((a, b) => (placeOf(a.id, a.since) < placeOf(b.id, b.since) ? 1 : -1))
      .filter(({ id, since }) => !after || placeOf(id, since) < placeOf(after.id, after.at))
      .slice(0, limit);
  }

  async waiting(queue: string, { limit, after }: RequestQuery): Promise<Request[]> {
    const placeOf = ({ id, submittedAt }: Request) => `${submittedAt}/${id}`;
    return [...this.#requests.values()]
      .filter((each) => queueOf(each) === queue)
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      .filter((each) => !after || placeOf(each) > `${after.at}/${after.id}`)
      .slice(0, limit);
  }

  async ended(instansiId: string, { outcomes, limit, after }: EndedQuery): Promise<Request[]> {
    // The outcome that is told first is the greatest.
    const placeOf = (id: string, at: string, state: Request["state"]) =>
      `${at}/${9 - [...outcomes, state].indexOf(state)}/${id}`;
    return [...this.#requests.values()]
      .filter((each) => each.instansiId === instansiId && !isUnsent(each))
      .filter(({ state }) => outcomes.some((outcome) => outcome === state))
      .toSorted((a, b) =>
        placeOf(a.id, a.since, a.state) < placeOf(b.id, b.since, b.state) ? 1 : -1,
      )
      .filter(
        ({ id, since, state }) =>
          !after || placeOf(id, since, state) < placeOf(after.id, after.at, after.outcome),
      )
      .slice(0, limit);
  }

  async due(now: Date, limit: number): Promise<Request[]> {
    return [...this.#requests.values()]
      .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now.toISOString())
      .toSorted((a, b) => ((a.dueAt ?? "") < (b.dueAt ?? "") ? -1 : 1))
      .slice(0, limit);
  }

  async unanswered(
    { from, to }: { readonly from: string; readonly to: string },
    limit: number,
  ): Promise<Request[]> {
    return [...this.#requests.values()]
      .filter(({ state, dueAt = "" }) => state === "clarifying" && from <= dueAt && dueAt <= to)
      .slice(0, limit);
  }

  #isTold(lines: readonly AuditEntry[]): boolean {
    return lines.some(({ subjectId, revision }) =>
      this.history.some((each) => each.subjectId === subjectId && each.revision === revision),
    );
  }

  #others({ id, person, kind, group }: Request): Request[] {
    return [...this.#requests.values()].filter(
      (each) =>
        each.id !== id && each.person === person && each.kind === kind && each.group === group,
    );
  }
}

import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Request, RequestId } from "./request.ts";
import type { Outcome } from "./request-states.ts";

/** What an act makes of a request, to be written whole or not at all; `after` has the next version. */
export interface Move {
  /** As it was read; undefined when it is new. */
  readonly before: Request | undefined;
  readonly after: Request;
  /** What the history of the person's account tells of it. */
  readonly lines: readonly AuditEntry[];
  /** Of a decision: that the decider's roles are as they were read. */
  readonly standing: readonly JoinedWrite[];
}

type Told = Partial<Pick<Move, "lines" | "standing">>;

/** The move from one to the other. */
export function moveTo(before: Request | undefined, after: Request, told: Told = {}): Move {
  const version = (before?.version ?? 0) + 1;
  return { before, after: { ...after, version }, lines: [], standing: [], ...told };
}

/** The last one of a page: its id, and the instant by which the list is ordered. */
export interface RequestPlace {
  readonly id: RequestId;
  /** ISO instant: `since` of one's own and of what has ended, `submittedAt` of what waits. */
  readonly at: string;
}

export interface RequestQuery {
  readonly limit: number;
  readonly after?: RequestPlace | undefined;
}

export interface PersonQuery extends RequestQuery {
  /** Without those that nobody asked for, so that no place in the list names one (decision 0087). */
  readonly asked?: true;
}

/** Of what has ended, which lies by its outcome. */
export interface EndedPlace extends RequestPlace {
  readonly outcome: Outcome;
}

export interface EndedQuery {
  /** How they ended. */
  readonly outcomes: readonly Outcome[];
  readonly limit: number;
  readonly after?: EndedPlace | undefined;
}

/** Everything that is asked and decided, for good. */
export interface Requests {
  /** Strongly consistent. */
  find(id: RequestId): Promise<Request | undefined>;
  /** Those of these ids that can be read; strongly consistent, one request for a hundred. */
  findAll(ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Request>>;
  /**
   * The writes of a move, to be part of another transaction. They fail as `request-moved` when somebody has moved it since it was read, as
   * `request-open` when another one of its kind and group is on its way, as `decision-raced` when the decider has other roles by now.
   */
  saving(move: Move): readonly JoinedWrite[];
  /** Writes a move. @throws Conflict as `saving` says */
  save(move: Move): Promise<void>;
  /** What somebody asked for, and what of this person nobody asked for, the newest act first; the newest can be a moment late. */
  of(person: Id<"emp">, query: PersonQuery): Promise<Request[]>;
  /** What waits in one list (`queueOf`): for an agency's officers, or for whoever acts in a post, in the order of the submissions; the newest can be a moment late. One that cannot be read is left out and reported. */
  waiting(queue: string, query: RequestQuery): Promise<Request[]>;
  /**
   * What has ended in an agency after it was sent, the newest end first, those of one instant by their outcome; the newest can be a moment late. Those that ended before there was an
   * index of it (decision 0096) are not among them.
   */
  ended(instansiId: string, query: EndedQuery): Promise<Request[]>;
  /** Questions to who asked whose time ends in this span (ISO instants), at most `limit`. */
  unanswered(
    span: { readonly from: string; readonly to: string },
    limit: number,
  ): Promise<Request[]>;
  /** Of whatever waits what is late, longest first, at most `limit`. */
  due(now: Date, limit: number): Promise<Request[]>;
}

/** How a request lies in its table. */
import { epochSeconds } from "#shared/runtime/clock.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  isThrownAway,
  isUnsent,
  queueOf,
  type Request,
  type RequestId,
  request,
} from "./request.ts";
import { isClosed } from "./request-states.ts";

export const requestItem = storedItem({ name: "request", schema: request });

/** A draft that nobody goes on with; DynamoDB deletes it then («Using time to live», Developer Guide). */
const draftSeconds = 90 * 86_400;
/** One that was thrown away, without anything in it: longer than another device keeps what it typed of it (web/src/tab-draft.ts), which hears of it. */
const thrownAwaySeconds = 86_400;

/** Partitions of what has a deadline: more than one writes at the same second when a campaign ends. */
export const dueShards = 4;

/** As it is written: with its places in the sparse indexes. */
export function itemOf(after: Request): Record<string, unknown> {
  const { id, person, instansiId, dueAt } = after;
  const queue = queueOf(after);
  return {
    ...{ ...after, ...requestItem.version, type: "request" },
    // What is about a person goes when that person's data do (shared/erasure).
    ...(!isThrownAway(after) && { personId: person }),
    ...(isUnsent(after) && { expiresAt: unsentEnd(after) }),
    ...(queue !== undefined && { queue }),
    ...(isClosed(after) && !isUnsent(after) && { endedIn: endedIn(instansiId, after.state) }),
    ...(dueAt !== undefined && { due: `due#${shardOf(id)}` }),
  };
}

/** Until when one that was never sent is kept; undefined of all others, which have no such end. */
export function keptUntil(request: Request): string | undefined {
  return isUnsent(request) ? new Date(unsentEnd(request) * 1000).toISOString() : undefined;
}

/** Epoch seconds. */
function unsentEnd(unsent: Request): number {
  const keptSeconds = isThrownAway(unsent) ? thrownAwaySeconds : draftSeconds;
  return epochSeconds(new Date(unsent.since)) + keptSeconds;
}

/** Of what has ended, by agency and outcome. */
export function endedIn(instansiId: string, outcome: string): string {
  return `${instansiId}#${outcome}`;
}

function shardOf(id: RequestId): number {
  return (id.codePointAt(id.length - 1) ?? 0) % dueShards;
}

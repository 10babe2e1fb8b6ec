import { Conflict } from "#shared/runtime/errors.ts";
import { refuseClosed } from "./refuse-closed.ts";
import type { Request } from "./request.ts";
import type { RequestKind } from "./request-kind.ts";
import type { Move, Requests } from "./requests.ts";

/** Events of one account in one millisecond are few; see AccountHistory. */
const tries = 5;

/** How a move that is no approval is written: with what of the kind's own goes with it. */
export function saveOf(
  kind: Pick<RequestKind, "save"> | undefined,
  requests: Pick<Requests, "save">,
) {
  return kind?.save ?? ((move: Move) => requests.save(move));
}

/**
 * Writes a move. Where another event stands in the place of its line of history, which has a millisecond, the next one is taken; whoever was
 * slower than somebody else is told how the request has ended.
 * @throws Conflict as `Requests.saving`, or as `refuseClosed`
 */
export async function writeMove(
  requests: Pick<Requests, "find">,
  move: Move,
  write: (move: Move) => Promise<void>,
): Promise<Request> {
  for (let later = 0; ; later++) {
    const lines = move.lines.map((line) => ({ ...line, revision: line.revision + later }));
    try {
      await write({ ...move, lines });
      return move.after;
    } catch (error) {
      const isMoved = error instanceof Conflict && error.code === "request-moved";
      const now = isMoved ? await requests.find(move.after.id) : undefined;
      if (isMoved && later < tries && now?.version === move.before?.version) continue;
      if (now) refuseClosed(now);
      throw error;
    }
  }
}

import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { asOf, handOver } from "./move-request.ts";
import type { Request } from "./request.ts";
import { isClosed } from "./request-states.ts";
import { moveTo, type Requests } from "./requests.ts";

interface FollowPerson {
  readonly requests: Pick<Requests, "save">;
  readonly clock: Clock;
}

/** The request where its person works now, handed over there if it lay elsewhere. What has ended stays where it was decided. */
export async function followed(
  { requests, clock }: FollowPerson,
  request: Request,
  { instansiId, unitKerja }: Employee,
): Promise<Request> {
  const isThere = request.instansiId === instansiId && request.unitKerja === unitKerja;
  const at = clock.now();
  // Also what has ended by its time, before a job has written that down.
  if (isThere || isClosed(asOf(request, at))) return request;
  const move = moveTo(request, handOver(request, { at, instansiId, unitKerja }));
  try {
    await requests.save(move);
    return move.after;
  } catch (error) {
    // Somebody moved it meanwhile: whoever reads next hands it over.
    if (error instanceof Conflict) return request;
    throw error;
  }
}

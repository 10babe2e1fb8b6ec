import type { Officer } from "#shared/access/scope.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import {
  type Export,
  type ExportId,
  exportHours,
  exportIdOf,
  filterOf,
  hasDied,
  hoursFrom,
} from "./export.ts";
import type { ExportRequest } from "./export-answers.ts";
import type { Exports, ExportsToWrite } from "./exports.ts";
import { findExport } from "./find-export.ts";

export interface AddExport {
  readonly exports: Pick<Exports, "add">;
  readonly exportQueue: ExportsToWrite;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

export interface RequestExport extends AddExport {
  readonly exports: Pick<Exports, "add" | "find" | "restart">;
}

/** Five thousand people a day at most without a second person, and no more than somebody works with. */
const perOfficer: Limit = { name: "export", max: 10, windowSeconds: 86_400 };

/**
 * An officer asks for a list of the own scope, of a unit within it, or of whom a campaign there asks. It is stored before the message is sent:
 * who gets no answer asks again, and the same request sends the message once more.
 * @param wanted.campaign one that this officer reaches whole (findCampaign)
 * @throws InvalidInput when a list is filtered too; TooManyAttempts
 */
export async function requestExport(
  { exports, exportQueue, limits, clock }: AddExport,
  { requestId, format, ...wanted }: ExportRequest,
  { employeeId: officerId, instansiId, units }: Officer,
): Promise<Export> {
  const filter = filterOf({ ...wanted, q: wanted.q.trim() });
  const { q, list, ...others } = filter;
  if (list && (q !== "" || Object.keys(others).length > 0))
    throw new InvalidInput({ field: "list", code: "malformed" });
  const now = clock.now();
  await limits.count(perOfficer, officerId, now);
  const spec = { officerId, instansiId, ...(units && { units }), ...filter, format };
  const item: Export = {
    id: exportIdOf(spec, requestId),
    ...spec,
    ...{ state: "waiting", written: 0, unreadable: 0 },
    requestedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    endsAt: hoursFrom(now, exportHours),
  };
  await exports.add(item);
  await exportQueue.send(item.id);
  return item;
}

/**
 * Has an export written that a second person agreed to, or that failed.
 * @throws NotFound as findExport; Conflict `record-changed` when it is neither, or not as it was seen
 */
export async function prepareExport(
  dependencies: RequestExport,
  id: ExportId,
  by: Officer,
): Promise<void> {
  const { exports, exportQueue, clock } = dependencies;
  const item = await findExport(dependencies, id, by);
  const now = clock.now();
  const isStuck = item.state === "failed" || hasDied(item, now);
  if (item.state !== "approved" && !isStuck) throw new Conflict("record-changed");
  if (!(await exports.restart(item, now))) throw new Conflict("record-changed");
  await exportQueue.send(id);
}

import { type ApprovalState, stateOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { ifReadable } from "#shared/runtime/stored-item.ts";
import { type Export, type ExportId, filterOf, hasDied, isOver, isWithin } from "./export.ts";
import type { ExportAnswer } from "./export-answers.ts";
import type { Exports } from "./exports.ts";

/** The most exports of one list. */
const mostListed = 50;

/**
 * An export that this officer asked for, in a scope that the officer still has.
 * @throws NotFound (unknown, over, of another officer or a lost scope: all alike)
 */
export async function findExport(
  { exports, clock }: { exports: Pick<Exports, "find">; clock: Clock },
  id: ExportId,
  by: Officer,
): Promise<Export> {
  const item = await exports.find(id);
  const isOwn = item?.officerId === by.employeeId && isWithin(item, by);
  if (!isOwn || isOver(item, clock.now())) throw new NotFound("No such export.");
  return item;
}

export interface TellExports {
  readonly exports: Pick<Exports, "find" | "ofOfficer">;
  readonly approvals: Pick<Approvals, "find">;
  readonly clock: Clock;
}

/** An officer's own that are not over, newest first. */
export async function listExports(api: TellExports, by: Officer): Promise<ExportAnswer[]> {
  const all = await api.exports.ofOfficer(by.employeeId, api.clock.now(), mostListed);
  const own = all.filter((item) => isWithin(item, by));
  return await Promise.all(own.map((item) => tellExport(api, item)));
}

/** How far it is, for whoever waits. */
export async function tellExport(
  api: Pick<TellExports, "approvals" | "clock">,
  item: Export,
): Promise<ExportAnswer> {
  const { id, format, written, total, unreadable, requestedAt, endsAt } = item;
  return {
    exportId: id,
    ...filterOf(item),
    ...{ format, written, unreadable, requestedAt, endsAt },
    ...(total !== undefined && { total }),
    state: await standingOf(api, item),
  };
}

/** One whose function died has failed, and one whose approval ended without a yes was refused, although nothing wrote that. */
async function standingOf(
  { approvals, clock }: Pick<TellExports, "approvals" | "clock">,
  item: Export,
): Promise<ExportAnswer["state"]> {
  const now = clock.now();
  if (hasDied(item, now)) return "failed";
  if (item.state !== "asked" || !item.approvalId) return item.state;
  const { approvalId } = item;
  // One that nobody can read, nobody can approve: it can be asked for again.
  const approval = await ifReadable(
    { name: "approval", ids: { approvalId } },
    approvals.find(approvalId),
    undefined,
  );
  const state: ApprovalState = approval ? stateOf(approval, now) : "expired";
  return state === "pending" || state === "approved" ? "asked" : "refused";
}

/** The approval of one change for many people: a petugas asks, a penyetuju who reaches the whole agency decides. */
import * as z from "zod";
import { type Approval, type ClosedApproval, queueOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { Officer } from "#shared/access/scope.ts";
import { type BulkId, type Bulks, bulkId, newBulk } from "#shared/bulk/bulk.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { bulkChangeWork } from "./apply-bulk-change.ts";
import { type BulkList, type BulkLists, bulkChange, listDigest, valuesOf } from "./bulk-change.ts";

/** What the decider reads at once, and by the digest the list that is carried out. */
export const bulkChangeFacts = z.object({
  change: bulkChange,
  people: z.int(),
  leftOut: z.int(),
  digest: z.string(),
  /** Where they stand, and where they come: who decides or asks must reach all of it. */
  units: z.array(z.string()).readonly(),
});

export interface AskBulkChange extends AskApproval {
  readonly approvals: Pick<Approvals, "add" | "find" | "waiting">;
  readonly bulkLists: Pick<BulkLists, "find">;
}

/**
 * @throws NotFound (unknown, another officer's); Conflict `nobody-to-change` when the list has nobody, `change-asked` when it was asked for already; as askApproval
 */
export async function askBulkChange(
  api: AskBulkChange,
  wish: { readonly id: BulkId; readonly reason: string; readonly by: Officer },
): Promise<Approval> {
  const { id, reason, by } = wish;
  const list = await api.bulkLists.find(id);
  if (list?.askedBy !== by.employeeId || list.instansiId !== by.instansiId)
    throw new NotFound("No such list.");
  if (list.people.length === 0) throw new Conflict("nobody-to-change");
  const { change } = list;
  return await askApproval(api, {
    kind: "bulk-change",
    subject: { id, instansiId: list.instansiId, unitKerja: "", revision: 1 },
    ...{ old: null, new: z.json().parse(factsOf(list)), reason },
    // A list is asked for once: another question begins with another look.
    requestId: id,
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [
      ...Object.entries(valuesOf(change)).map(([field, to]) => ({ field, to })),
      { field: "people", to: String(list.people.length) },
    ],
    refuse: async (own) => {
      const waiting = await waitingFor(api, list);
      if (waiting && waiting.id !== own) throw new Conflict("change-asked");
    },
  });
}

/** The request for the list that a penyetuju can decide now (the index may be a moment late). */
export async function waitingFor(
  { approvals, clock }: { readonly approvals: Pick<Approvals, "waiting">; readonly clock: Clock },
  { bulkId: id, instansiId }: BulkList,
): Promise<Approval | undefined> {
  const queue = queueOf({ decider: "penyetuju", subject: { instansiId } });
  const fits = ({ subject }: Approval) => subject.id === id;
  return (await approvals.waiting(queue, { now: clock.now(), limit: 1, fits }))[0];
}

function factsOf(list: BulkList): z.infer<typeof bulkChangeFacts> {
  const { change, people, leftOut } = list;
  const to = change.action === "assign" ? [change.unitKerja] : [];
  return {
    ...{ change, people: people.length, leftOut: leftOut.length, digest: listDigest(list) },
    units: [...new Set([...people.map(({ unitKerja }) => unitKerja), ...to])],
  };
}

export interface DecideBulkChange {
  readonly bulkLists: Pick<BulkLists, "find">;
  readonly approvals: Pick<Approvals, "close">;
  readonly bulks: Pick<Bulks, "find" | "starting">;
  readonly bulkSteps: { sendFirst(id: BulkId): Promise<void> };
}

/** Closing the approval starts the work in one transaction. Outdated when the list is gone, or was begun by another approval. */
export function bulkChangesDecided(api: DecideBulkChange): DecidedKind {
  const isAsAsked = async ({ subject, new: wanted }: Approval) => {
    const id = bulkId.parse(subject.id);
    const [list, begun] = await Promise.all([api.bulkLists.find(id), api.bulks.find(id)]);
    const isSame = list && listDigest(list) === bulkChangeFacts.parse(wanted).digest;
    return isSame === true && begun === undefined;
  };
  return {
    isOutdated: async (approval) => !(await isAsAsked(approval)),
    unitsAskedFor: ({ new: wanted }) => bulkChangeFacts.parse(wanted).units,
    carryOut: async (closed) => {
      if (!(await isAsAsked(closed.approval))) throw new Conflict("approval-subject-changed");
      const work = workOf(closed);
      await api.approvals.close(closed, api.bulks.starting(work));
      await api.bulkSteps.sendFirst(work.id);
    },
  };
}

function workOf({ approval }: ClosedApproval) {
  const { subject, asker, outcome, reason } = approval;
  const { digest, people } = bulkChangeFacts.parse(approval.new);
  const begun = {
    id: bulkId.parse(subject.id),
    ...({ kind: "change", instansiId: subject.instansiId } as const),
    ...{ askedBy: asker.id, approvedBy: outcome.by, total: people },
    parameters: bulkChangeWork.parse({ digest, reason }),
  };
  return newBulk(begun, new Date(outcome.at));
}

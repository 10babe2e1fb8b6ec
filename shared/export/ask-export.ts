/** The approval of a list of many people: a petugas asks, a penyetuju of the whole agency decides (decision 0045). */
import * as z from "zod";
import type { Approval, ClosedApproval } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { Officer } from "#shared/access/scope.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import {
  type Export,
  type ExportId,
  exportFilter,
  exportFormat,
  exportHours,
  exportId,
  filterOf,
  hoursFrom,
} from "./export.ts";
import type { AskExportRequest } from "./export-answers.ts";
import type { Exports } from "./exports.ts";
import { findExport, tellExport } from "./find-export.ts";

/** What the decider sees, and what is carried out. */
export const exportToDecide = z.object({
  ...exportFilter,
  /** Absent: the whole agency. */
  units: z.array(z.string()).readonly().exactOptional(),
  format: exportFormat,
  /** People whom the filter found when it was asked for. */
  people: z.int(),
});

export interface AskExport extends AskApproval {
  readonly exports: Pick<Exports, "find" | "asking">;
}

/**
 * Asks a second person for an export that is too large for one. One that was refused can be asked for again.
 * @throws NotFound as findExport; Conflict `record-changed` when it is not too large, or asked for already; as askApproval
 */
export async function askExport(
  api: AskExport,
  { id, requestId, reason }: AskExportRequest & { readonly id: ExportId },
  by: Officer,
): Promise<Approval> {
  const item = await findExport(api, id, by);
  const { state } = await tellExport(api, item);
  // The same request again finds its own approval.
  if (state !== "large" && state !== "refused" && state !== "asked")
    throw new Conflict("record-changed");
  return await askApproval(api, {
    kind: "export",
    subject: { id, instansiId: item.instansiId, unitKerja: "", revision: 1 },
    old: null,
    new: { ...toDecide(item), ...(item.units && { units: [...item.units] }) },
    reason,
    requestId,
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [{ field: "people", to: String(item.total ?? 0) }],
    notes: ({ id: approvalId, until }) => {
      const endsAt = hoursFrom(new Date(until), exportHours);
      const seen = state === "asked" ? { ...item, state: "large" as const } : item;
      return {
        entries: [],
        writes: [api.exports.asking(seen, { approvalId, endsAt }, api.clock.now())],
      };
    },
  });
}

function toDecide({ format, total = 0, ...item }: Export) {
  return { ...filterOf(item), format, people: total };
}

export interface DecideExport {
  readonly approvals: Pick<Approvals, "close">;
  readonly exports: Pick<Exports, "find" | "agreeing">;
}

/** Lets it be written when its officer comes back for it. Outdated when it is gone, or another approval was asked for it. */
export function largeExports({ approvals, exports }: DecideExport): DecidedKind {
  return {
    isOutdated: async ({ id, subject }) => {
      const item = await exports.find(exportId.parse(subject.id));
      return item?.state !== "asked" || item.approvalId !== id;
    },
    unitsAskedFor: (approval) => exportToDecide.parse(approval.new).units,
    carryOut: async (closed: ClosedApproval) => {
      const { id: approvalId, subject, outcome } = closed.approval;
      const agreed = { approvalId, by: outcome.by, at: new Date(outcome.at) };
      await approvals.close(closed, exports.agreeing(exportId.parse(subject.id), agreed));
    },
  };
}

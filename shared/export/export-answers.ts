/** The requests and answers of exports. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { type ExportFilter, exportFilter, exportFormat, exportId } from "./export.ts";

export const ofExport = z.strictObject({ id: exportId });

const asked = {
  /** A UUID that the client makes. A request that comes twice is one export. */
  requestId: z.uuid(),
  format: exportFormat,
};
/** Of whom a campaign asks, which the address names. */
export const campaignExportRequest = z.strictObject(asked);

const { campaign: _, ...listFilter } = exportFilter;
export const exportRequest = z.strictObject({ ...listFilter, ...asked });
export type ExportRequest = z.infer<typeof campaignExportRequest> & ExportFilter;

export const exportAskedAnswer = z.strictObject({ exportId });

/**
 * "waiting" and "writing" until the file is there, "ready", "failed"; "large" until a second person is asked, "asked" until there is an
 * answer, "refused" when the answer was no, the request was taken back or its time is over; "approved": now it can be written.
 */
const exportStates = [
  ...(["waiting", "writing", "ready", "failed"] as const),
  ...(["large", "asked", "refused", "approved"] as const),
] as const;

export const exportAnswer = z.strictObject({
  exportId,
  ...exportFilter,
  format: exportFormat,
  state: z.enum(exportStates),
  written: z.int(),
  /** People whom the filter finds; absent until they are counted. */
  total: z.int().exactOptional(),
  /** Records that cannot be read and are left out. */
  unreadable: z.int(),
  requestedAt: z.iso.datetime(),
  /** Until when it can be fetched or asked for. */
  endsAt: z.iso.datetime(),
});
export type ExportAnswer = z.infer<typeof exportAnswer>;

/** The officer's own that are not over, newest first, at most fifty. */
export const exportListAnswer = z.strictObject({ items: z.array(exportAnswer).readonly() });

export const askExportRequest = z.strictObject({
  requestId: z.uuid(),
  reason: z.string().max(longestReason),
});
export type AskExportRequest = z.infer<typeof askExportRequest>;

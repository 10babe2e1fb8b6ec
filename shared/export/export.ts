/** A list of people that leaves the system as a file: who asked for it, which people, and how far it is (decision 0045). */
import * as z from "zod";
import { approvalId } from "#shared/access/approval.ts";
import { personId } from "#shared/access/role.ts";
import type { Officer } from "#shared/access/scope.ts";
import { accountLists } from "#shared/account/account-lists.ts";
import { campaignId } from "#shared/campaign/campaign.ts";
import { cardStatuses } from "#shared/employee/kedudukan-hukum.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { listFilters } from "#shared/employee/tag-names.ts";
import { spreadsheetFormats } from "#shared/import/write-spreadsheet.ts";
import { digestId, type Id, idRest } from "#shared/runtime/ids.ts";

export type ExportId = Id<"exp">;
/** As it comes from outside. */
export const exportId: z.ZodType<ExportId, string> = z.templateLiteral(["exp_", idRest]);

/** Which people: by the filters of the officers' list, all of one list of accounts, or all whom a campaign asks. */
export const exportFilter = {
  /** A whole NIP, or words of a name; empty for all. */
  q: z.string().max(140),
  status: z.enum(cardStatuses).exactOptional(),
  /** An approval has a kind of its own. */
  employeeKind: z.enum(employeeKinds).exactOptional(),
  /** With all units below it, as they were when it was asked for: their names are the export's units. */
  unit: z.string().min(1).max(200).exactOptional(),
  tag: z.enum(listFilters).exactOptional(),
  /** Instead of all these. */
  list: z.enum(accountLists).exactOptional(),
  /** Instead of all these, with its title as it was then. */
  campaign: z.strictObject({ id: campaignId, title: z.string() }).exactOptional(),
};
export type ExportFilter = Readonly<z.infer<z.ZodObject<typeof exportFilter>>>;
export const exportFormat = z.enum(spreadsheetFormats);

/** What an officer asks for, with the scope that the officer has at that moment. */
const exportSpec = {
  officerId: personId,
  instansiId: z.string(),
  /** The only units whose people are in it; absent: the whole agency. */
  units: z.array(z.string()).readonly().optional(),
  ...exportFilter,
  format: exportFormat,
};
type ExportSpec = Readonly<z.infer<z.ZodObject<typeof exportSpec>>>;

/** "large": more people than one officer takes out alone; "asked": a second person is asked, or has not agreed. */
const storedStates = [
  ...(["waiting", "writing", "ready", "failed"] as const),
  ...(["large", "asked", "approved"] as const),
] as const;

const exportProgress = {
  state: z.enum(storedStates),
  /** People in the file so far. */
  written: z.int(),
  /** People whom the filter finds, once they are counted. */
  total: z.int().optional(),
  /** Records that cannot be read: they are left out. */
  unreadable: z.int(),
  /** ISO instant; from then on nobody can read it, and it is deleted by itself. */
  endsAt: z.string(),
};
export type ExportProgress = Readonly<z.infer<z.ZodObject<typeof exportProgress>>>;

/** It has ids and what was typed to find people; only the file has the people. */
export const exportSchema = z.object({
  id: exportId,
  ...exportSpec,
  ...exportProgress,
  /** The newest approval that was asked for, and who gave it. */
  approvalId: approvalId.optional(),
  approvedBy: personId.optional(),
  /** ISO instants: of the request, and of the newest progress. */
  requestedAt: z.string(),
  updatedAt: z.string(),
});
export type Export = Readonly<z.infer<typeof exportSchema>>;

/** More people leave the system only when a second person agrees. */
export const mostAlone = 500;

/** How long an officer may come back for the file, and for the answer of the second person after it came, hours. */
export const exportHours = 24;

/** Longer than its function may run: after that the function has died. The queue tries again, but much later than an officer waits. */
const longestSilenceSeconds = 300;

/** The same request of the same officer is the same export, so a page that lost the answer can ask again. */
export function exportIdOf(spec: ExportSpec, requestId: string): ExportId {
  const { officerId, instansiId, units, q, status, employeeKind, tag, list, campaign, format } =
    spec;
  const filters = [q, status, employeeKind, tag, list, ...(campaign ? [campaign.id] : [])];
  const parts = [requestId, officerId, instansiId, units, ...filters, format];
  return digestId("exp", parts);
}

/** Some hours from now, ISO instant. */
export function hoursFrom(at: Date, hours: number): string {
  return new Date(at.getTime() + hours * 3_600_000).toISOString();
}

/** What of it says which people. */
export function filterOf(filter: ExportFilter): ExportFilter {
  const { q, status, employeeKind, unit, tag, list, campaign } = filter;
  return {
    ...{ q, ...(status && { status }), ...(unit && { unit }) },
    ...(employeeKind && { employeeKind }),
    ...{ ...(tag && { tag }), ...(list && { list }), ...(campaign && { campaign }) },
  };
}

export function isOver({ endsAt }: Pick<Export, "endsAt">, now: Date): boolean {
  return Date.parse(endsAt) <= now.getTime();
}

/** Whether its function died: nothing could write that. */
export function hasDied({ state, updatedAt }: Export, now: Date): boolean {
  const silentMs = now.getTime() - Date.parse(updatedAt);
  return state === "writing" && silentMs > longestSilenceSeconds * 1000;
}

/** Whether an officer still reaches everybody whom the export's scope reached. */
export function isWithin({ instansiId, units }: Export, by: Officer): boolean {
  if (instansiId !== by.instansiId) return false;
  const reached = by.units;
  return reached === undefined || (units?.every((unit) => reached.includes(unit)) ?? false);
}

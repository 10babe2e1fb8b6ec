/**
 * A campaign by which an agency asks a group of its people for e-mail address and telephone, until a last day (requirements P-05 to P-11;
 * decision 0088). Nobody signs in to answer: what was typed proposes, and officers decide.
 */
import * as z from "zod";
import { unitNames } from "#shared/agency/unit-names.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { requestId } from "#shared/request/request.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import { midnightIn, zones } from "#shared/runtime/zone.ts";

export type CampaignId = Id<"cmp">;
/** As it comes from outside. */
export const campaignId: z.ZodType<CampaignId> = z.templateLiteral(["cmp_", idRest]);

/** What of the group's people is missing; the same tags filter the list of people. */
const lackings = ["COM_6", "COM_7"] as const;

/** Whom it is for. */
export const campaignGroup = z.strictObject({
  /** Exactly as in the records; absent: the whole agency. */
  units: unitNames(z.string().min(1).max(200), 50).min(1).readonly().exactOptional(),
  kind: z.enum(employeeKinds).exactOptional(),
  lacks: z.enum(lackings).exactOptional(),
});
export type CampaignGroup = Readonly<z.infer<typeof campaignGroup>>;

/** More people than officers decide about by hand within one campaign; a larger group is asked unit by unit. */
export const mostPeople = 5000;
export const longestTitle = 100;
/** Longer than any real one; a campaign that nobody ends would ask for ever. */
export const longestDays = 366;

export const campaign = z.object({
  id: campaignId,
  instansiId: z.string(),
  /** The agency's name when it began, for those who choose it from a list. */
  instansi: z.string(),
  title: z.string(),
  group: campaignGroup,
  /** Calendar days of the agency's zone. */
  firstDay: z.string(),
  lastDay: z.string(),
  zone: z.enum(zones),
  /** ISO instants: it runs from the one until the other, whether or not a job comes by. */
  startsAt: z.string(),
  endsAt: z.string(),
  openedBy: employeeId,
  openedAt: z.string(),
  /** Who ended it before its last day was over. */
  endedBy: employeeId.exactOptional(),
  /** How many people were in the group when it was opened: they are its people. */
  people: z.int().positive(),
  /** Confirmed forms that became no request: the number of nobody in the group, somebody else's address, too many for one person. */
  unmatched: z.int().nonnegative(),
  /** Counts the writes of officers. */
  version: z.int().positive(),
});
export type Campaign = Readonly<z.infer<typeof campaign>>;

export const phases = ["planned", "running", "ended"] as const;
export type Phase = (typeof phases)[number];

/** What it is at an instant. */
export function phaseAt(
  { startsAt, endsAt }: Pick<Campaign, "startsAt" | "endsAt">,
  at: Date,
): Phase {
  const now = at.toISOString();
  if (now >= endsAt) return "ended";
  return now >= startsAt ? "running" : "planned";
}

/** The instants of its days: the last one counts whole. */
export function spanOf({
  firstDay,
  lastDay,
  zone,
}: Pick<Campaign, "firstDay" | "lastDay" | "zone">): Pick<Campaign, "startsAt" | "endsAt"> {
  const endsAt = new Date(midnightIn(zone, lastDay).getTime() + 86_400_000);
  return { startsAt: midnightIn(zone, firstDay).toISOString(), endsAt: endsAt.toISOString() };
}

/** What came of one form of a person of the group. */
export const campaignAnswer = z.object({
  campaignId,
  person: employeeId,
  /** The request that decides it; absent where the record says the same already. */
  requestId: requestId.exactOptional(),
  /** ISO instant at which the form was sent. */
  sentAt: z.string(),
});
export type CampaignAnswer = Readonly<z.infer<typeof campaignAnswer>>;

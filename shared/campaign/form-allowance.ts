/**
 * How many codes of forms are mailed in a day. Anybody may type an address that nobody has, and what comes back of all our mails decides whether
 * SES takes any more, those of activations and resets too (decision 0088).
 */
import type { CountWindow } from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { Campaign } from "./campaign.ts";

/** From 07.00 to 07.00 WIB. */
const windowSeconds = 86_400;
const ofCampaign: CountWindow = { name: "campaign-codes-of-campaign", windowSeconds };
const ofSite: CountWindow = { name: "campaign-codes", windowSeconds };
const confirmed: CountWindow = { name: "campaign-codes-confirmed", windowSeconds };

/** Who the counts of the whole site are of. */
const site = "site";

/** Each of its people types an address wrongly once; and a campaign of few has room for their tries. */
const codesPerPerson = 2;
const fewestCodes = 20;

/** A fifth of the 50,000 mails a day that docs/mails.md has SES asked for: activations and notices keep the rest. */
const mostCodes = 10_000;

/**
 * Codes that nobody need have typed: one in a hundred of that day, so that all of them may come back. Each one that is typed proves that its mail
 * arrived, and makes room for two.
 */
const unprovenCodes = 500;
const roomPerConfirmed = 2;

interface FormAllowance {
  readonly limits: Pick<RateLimits, "add" | "read">;
}

/**
 * Whether one more code may be mailed today. It counts nothing, so that what is refused uses nothing up; as many as run at the same moment may be
 * above the limit.
 * @throws Conflict `campaign-full`
 */
export async function requireFormAllowance(
  { limits }: FormAllowance,
  { id, people }: Pick<Campaign, "id" | "people">,
  now: Date,
): Promise<void> {
  const [here, everywhere, proven] = await Promise.all([
    limits.read(ofCampaign, id, now),
    limits.read(ofSite, site, now),
    limits.read(confirmed, site, now),
  ]);
  const most = {
    campaign: Math.max(fewestCodes, codesPerPerson * people),
    site: Math.min(mostCodes, unprovenCodes + roomPerConfirmed * proven),
  };
  if (here < most.campaign && everywhere < most.site) return;
  logger.warn("campaign.full", { campaignId: id, here, everywhere, proven });
  throw new Conflict("campaign-full");
}

/** Counts a code before its mail is asked for. */
export async function countFormCode(
  { limits }: FormAllowance,
  { id }: Pick<Campaign, "id">,
  now: Date,
): Promise<void> {
  await limits.add(ofCampaign, id, now);
  await limits.add(ofSite, site, now);
}

/** Counts a code that somebody has typed. */
export async function countFormConfirmed({ limits }: FormAllowance, now: Date): Promise<void> {
  await limits.add(confirmed, site, now);
}

/** Whom a campaign asks for address and telephone is told so once, in the inbox and within the day's mails (decisions 0088, 0090). */
import { entryOf } from "#shared/account/account-event.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { type Campaign, phaseAt } from "./campaign.ts";
import type { Campaigns } from "./campaigns.ts";
import { isAsking } from "./campaigns-asking.ts";

export interface TellCampaigns {
  readonly campaigns: Pick<Campaigns, "of" | "peopleOf" | "answersOf">;
  readonly history: Pick<AuditTrail, "add">;
  readonly clock: Clock;
}

/** As many as an agency may have that have not ended (open-campaign.ts). */
const mostLookedAt = 20;
/** So long after its begin its people are told: some nights may be missed, or be late. */
const toldForMs = 8 * 86_400_000;
/** Campaigns that begin at the same instant have places of their own after it. */
const places = 3_600_000;

/** The campaigns whose people are told now, with those who have not answered. */
async function campaignsToTell(
  { campaigns, clock }: Pick<TellCampaigns, "campaigns" | "clock">,
  instansiId: string,
) {
  const now = clock.now();
  const found = await campaigns.of(instansiId, mostLookedAt);
  const begun = found.filter(
    (each) =>
      phaseAt(each, now) === "running" && now.getTime() - Date.parse(each.startsAt) < toldForMs,
  );
  return await Promise.all(
    begun.map(async (campaign) => {
      const people = new Set(await campaigns.peopleOf(campaign.id));
      for (const { person } of await campaigns.answersOf(campaign.id)) people.delete(person);
      return { campaign, people };
    }),
  );
}

/**
 * Tells these people of the agency's campaigns by an event of their account; the notifier does the rest. Done twice, it tells nobody again.
 * @returns how many were told now
 */
export async function tellCampaigns(
  api: TellCampaigns,
  instansiId: string,
  people: readonly Employee[],
): Promise<number> {
  const at = api.clock.now();
  const asking = await campaignsToTell(api, instansiId);
  const due = people.flatMap((person) =>
    asking
      .filter(({ campaign, people: of }) => of.has(person.id) && isAsking(campaign, person, at))
      .map(({ campaign }) => ({ id: person.id, campaign })),
  );
  const answers = await sideBySide(due, async ({ id: employeeId, campaign }) => {
    const event = { employeeId, action: "contact-asked", actor: { role: "system" }, at } as const;
    return await api.history.add({ ...entryOf(event), revision: placeOf(campaign) });
  });
  return answers.filter(Boolean).length;
}

/** In the history of an account: the same for the same campaign, so that it is there once. */
function placeOf({ id, startsAt }: Pick<Campaign, "id" | "startsAt">): number {
  let place = 0;
  for (const letter of id) place = (place * 31 + letter.charCodeAt(0)) % places;
  return Date.parse(startsAt) + place;
}

import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { type Campaign, phaseAt } from "./campaign.ts";
import type { Campaigns } from "./campaigns.ts";

/** As many as an agency may have that have not ended (open-campaign.ts); those that end last come first. */
const mostLookedAt = 20;

/**
 * The campaigns that wait for this person now: those that run, have the person among their people and no answer yet. The people of one are read only where
 * its group has the person's unit and kind, so that nobody's home reads those of the whole agency.
 */
export async function campaignsAsking(
  {
    campaigns,
    clock,
  }: {
    readonly campaigns: Pick<Campaigns, "of" | "peopleOf" | "answersOf">;
    readonly clock: Clock;
  },
  person: Employee,
): Promise<Campaign[]> {
  const now = clock.now();
  const found = await campaigns.of(person.instansiId, mostLookedAt);
  const running = found.filter((each) => isAsking(each, person, now));
  const asking = await Promise.all(
    running.map(async (each) => {
      const [people, answers] = await Promise.all([
        campaigns.peopleOf(each.id),
        campaigns.answersOf(each.id, person.id),
      ]);
      return answers.length === 0 && people.includes(person.id) ? [each] : [];
    }),
  );
  return asking.flat();
}

/**
 * Whether a campaign asks this person now, who is among its people: it runs, and the record as it is now lies in its agency and group and is of
 * somebody who has a card. Whoever moved elsewhere is neither asked by the pages nor told of it.
 */
export function isAsking(campaign: Campaign, person: Employee, now: Date): boolean {
  const { units, kind } = campaign.group;
  if (phaseAt(campaign, now) !== "running" || campaign.instansiId !== person.instansiId)
    return false;
  if (person.joinedInto !== undefined || cardStatus(person, now) === "ended") return false;
  const isOfUnit = units === undefined || units.includes(person.unitKerja);
  return isOfUnit && (kind === undefined || kind === person.kind);
}

/** How officers open a campaign for a group of their people, and end it. */
import { isDeepStrictEqual } from "node:util";
import { keptWords } from "#shared/access/reason.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { tagsOf } from "#shared/employee/tags.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { type Clock, jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict, type FieldProblem, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import {
  type Campaign,
  type CampaignGroup,
  type CampaignId,
  longestDays,
  mostPeople,
  phaseAt,
  spanOf,
} from "./campaign.ts";
import type { Campaigns } from "./campaigns.ts";

export interface OpenCampaign {
  readonly campaigns: Pick<Campaigns, "find" | "of" | "open" | "save">;
  readonly employees: Pick<Employees, "search">;
  readonly agencies: Pick<Agencies, "find">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/** Each reads a whole group; nobody opens more by hand. */
const perOfficer: Limit = { name: "campaign-opened", max: 20, windowSeconds: 3600 };
/** A look at how many it would be reads as much. */
const countsOfOfficer: Limit = { name: "campaign-counted", max: 60, windowSeconds: 3600 };
/** Campaigns of an agency that have not ended: everybody's list of them has room for all agencies. Some opened at once may be above it. */
const mostOpen = 20;
/** People whose records are read at once. */
const atOnce = 100;
/** Pages of the index that one opening reads, of 100 people each: more than a group may have, who do not fit left out. */
const mostPages = 120;

type Said = Pick<Campaign, "title" | "group" | "firstDay" | "lastDay">;

interface Asked extends Said {
  /** Made by the page: the same key is the same campaign, however often it is sent. */
  readonly key: string;
  readonly by: Officer;
}

/**
 * Opens a campaign for the people whom the group has now; who comes later is not in it.
 * @throws InvalidInput on `title`, `firstDay`, `lastDay`, `units`; TooManyAttempts; Conflict `nobody-to-ask`, `campaign-too-large`, `too-many-campaigns`,
 * `request-mismatch` when something else was sent by this key
 */
export async function openCampaign(
  api: OpenCampaign,
  { key, by, ...asked }: Asked,
): Promise<Campaign> {
  const now = api.clock.now();
  const id = digestId("cmp", [by.employeeId, key]);
  const agency = await api.agencies.find(by.instansiId);
  const zone = zoneOf(agency);
  const said = saidIn(asked, by);
  const known = await api.campaigns.find(id);
  if (known) return sameAs(known, said);
  const { ids, instansi } = await whomToAsk(api, { ...said, by, zone }, perOfficer);
  const opened: Campaign = {
    ...{ id, instansiId: by.instansiId, instansi: agency?.name ?? instansi, ...said, zone },
    ...spanOf({ ...said, zone }),
    ...{ openedBy: by.employeeId, openedAt: now.toISOString() },
    ...{ people: ids.length, unmatched: 0, version: 1 },
  };
  try {
    return await api.campaigns.open(opened, ids);
  } catch (error) {
    // The page sent it twice at once.
    const first = error instanceof Conflict ? await api.campaigns.find(id) : undefined;
    if (first) return sameAs(first, said);
    throw error;
  }
}

/** How many people it would ask if it were opened now; nothing is opened. @throws as `openCampaign`, but `request-mismatch` */
export async function countPeople(
  api: OpenCampaign,
  { by, ...asked }: Omit<Asked, "key">,
): Promise<number> {
  const zone = zoneOf(await api.agencies.find(by.instansiId));
  const { ids } = await whomToAsk(api, { ...saidIn(asked, by), by, zone }, countsOfOfficer);
  return ids.length;
}

/** As it would be kept. @throws InvalidInput on `title`, `units` */
function saidIn({ title, group, firstDay, lastDay }: Said, by: Officer): Said {
  return {
    ...{ title: keptWords("title", title), group: groupWithin(group, by) },
    ...{ firstDay, lastDay },
  };
}

/** Its people, once nothing is in its way. @throws as `openCampaign` */
async function whomToAsk(
  api: OpenCampaign,
  { by, zone, ...said }: Said & Pick<Asked, "by"> & Pick<Campaign, "zone">,
  limit: Limit,
) {
  const now = api.clock.now();
  const problems = problemsOfDays(said, dayIn(zone, now));
  if (said.title === "") problems.unshift({ field: "title", code: "required" });
  if (problems.length > 0) throw new InvalidInput(...problems);
  await api.limits.count(limit, by.employeeId, now);
  // The ones that end last come first.
  const open = await api.campaigns.of(by.instansiId, mostOpen);
  if (open.filter((each) => phaseAt(each, now) !== "ended").length >= mostOpen)
    throw new Conflict("too-many-campaigns");
  const found = await peopleOf(api, said.group, by);
  if (found.ids.length === 0) throw new Conflict("nobody-to-ask");
  return found;
}

/** @throws Conflict `request-mismatch` */
function sameAs(known: Campaign, said: Said): Campaign {
  const { title, group, firstDay, lastDay } = known;
  if (!isDeepStrictEqual({ title, group, firstDay, lastDay }, said))
    throw new Conflict("request-mismatch");
  return known;
}

/** Who is responsible for some units asks nobody else. @throws InvalidInput on `units` */
function groupWithin(group: CampaignGroup, { units }: Officer): CampaignGroup {
  if (units === undefined) return group;
  const asked = group.units ?? units;
  if (asked.some((unit) => !units.includes(unit)))
    throw new InvalidInput({ field: "units", code: "unit-not-yours" });
  return { ...group, units: asked };
}

function problemsOfDays(
  { firstDay, lastDay }: Pick<Asked, "firstDay" | "lastDay">,
  today: string,
): FieldProblem[] {
  const unreadable = (["firstDay", "lastDay"] as const).filter(
    (field) => !isDay({ firstDay, lastDay }[field]),
  );
  if (unreadable.length > 0)
    return unreadable.map((field) => ({ field, code: "day-malformed" as const }));
  const latestFirst = behind(today);
  if (firstDay > latestFirst)
    return [{ field: "firstDay", code: "day-too-far", params: { max: turnedDay(latestFirst) } }];
  if (lastDay < today) return [{ field: "lastDay", code: "day-passed" }];
  if (lastDay < firstDay)
    return [{ field: "lastDay", code: "day-too-early", params: { min: turnedDay(firstDay) } }];
  const latest = behind(firstDay);
  if (lastDay > latest)
    return [{ field: "lastDay", code: "day-too-far", params: { max: turnedDay(latest) } }];
  return [];
}

/** As many days later as the longest campaign has. */
function behind(day: string): string {
  return jakartaDay(new Date(Date.parse(day) + longestDays * 86_400_000));
}

/** @throws Conflict `campaign-too-large` */
async function peopleOf({ employees, clock }: OpenCampaign, group: CampaignGroup, by: Officer) {
  const now = clock.now();
  const { instansiId } = by;
  const { units, kind, lacks } = group;
  const within = { ...by, units };
  const today = jakartaDay(now);
  const fits = (person: Employee) =>
    reaches(within, person) &&
    person.joinedInto === undefined &&
    cardStatus(person, now) !== "ended" &&
    (kind === undefined || person.kind === kind) &&
    (lacks === undefined || tagsOf(person, today).includes(lacks));
  // Whoever moves from one unit to another meanwhile is found in both.
  const found = new Set<EmployeeId>();
  let instansi = "";
  let from: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await employees.search({
      ...{ instansiId, units, words: [], status: undefined, kind, limit: atOnce, from, fits },
      ...(lacks && { tagged: { tag: lacks, today } }),
    });
    for (const { id } of page.items) found.add(id);
    instansi = page.items[0]?.instansi ?? instansi;
    from = page.next;
    if (found.size > mostPeople) throw new Conflict("campaign-too-large");
    if (from === undefined) return { ids: [...found], instansi };
  }
  throw new Conflict("campaign-too-large");
}

/** A campaign of the officer's agency, and of units that the officer reaches. @throws NotFound */
export async function findCampaign(
  { campaigns }: { readonly campaigns: Pick<Campaigns, "find"> },
  { id, by }: { readonly id: CampaignId; readonly by: Officer },
): Promise<Campaign> {
  const found = await campaigns.find(id);
  if (!found || !isOf(found, by)) throw new NotFound("No such campaign.");
  return found;
}

/** Whether all its people are the officer's. */
export function isOf({ instansiId, group }: Campaign, by: Officer): boolean {
  const { units = [] } = group;
  if (instansiId !== by.instansiId) return false;
  if (by.units === undefined) return true;
  return units.length > 0 && units.every((unitKerja) => reaches(by, { instansiId, unitKerja }));
}

/**
 * Ends a campaign now; forms that were sent before count. The same once more changes nothing.
 * @throws NotFound; Conflict `campaign-changed` when it is not what the page showed
 */
export async function endCampaign(
  api: Pick<OpenCampaign, "campaigns" | "clock">,
  {
    version,
    ...asked
  }: { readonly id: CampaignId; readonly version: number; readonly by: Officer },
): Promise<Campaign> {
  const seen = await findCampaign(api, asked);
  const now = api.clock.now();
  if (phaseAt(seen, now) === "ended") return seen;
  if (seen.version !== version) throw new Conflict("campaign-changed");
  const after = {
    ...seen,
    endsAt: now.toISOString(),
    endedBy: asked.by.employeeId,
    version: version + 1,
  };
  try {
    await api.campaigns.save(seen, after);
    return after;
  } catch (error) {
    // Somebody else, or the page once more, ended it at the same moment.
    const saved = error instanceof Conflict ? await findCampaign(api, asked) : undefined;
    if (saved?.endedBy) return saved;
    throw error;
  }
}

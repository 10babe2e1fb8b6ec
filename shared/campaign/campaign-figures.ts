/** What became of a campaign: by people, each counted once. */
import { type Officer, reaches } from "#shared/access/scope.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { asOf } from "#shared/request/move-request.ts";
import type { Request, RequestId } from "#shared/request/request.ts";
import { isOnItsWay } from "#shared/request/request-states.ts";
import type { Requests } from "#shared/request/requests.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Campaign, CampaignAnswer } from "./campaign.ts";
import type { Campaigns } from "./campaigns.ts";

export interface ReadCampaign {
  readonly campaigns: Pick<Campaigns, "answersOf" | "peopleOf">;
  readonly requests: Pick<Requests, "findAll">;
  readonly clock: Clock;
}

/**
 * People of a campaign: `people` = `received` + `unanswered`, and `received` = `waiting` + `approved` + `refused`. Who sent several forms is counted
 * by the best of them.
 */
export interface CampaignFigures {
  readonly people: number;
  readonly received: number;
  readonly waiting: number;
  /** The record says what was typed. */
  readonly approved: number;
  /** Refused, withdrawn or expired. */
  readonly refused: number;
  readonly unanswered: number;
  /** Forms that became no request; they are of nobody. */
  readonly unmatched: number;
}

/** What came of the best of a person's forms, and when that one was sent. */
export interface Standing {
  readonly outcome: keyof typeof order;
  /** ISO instant. */
  readonly sentAt: string;
}
export type Standings = ReadonlyMap<EmployeeId, Standing>;

/** Of who has answered. It reads all answers of the campaign and the state of each of their requests. */
export async function campaignStandings(
  {
    campaigns,
    requests,
    clock,
  }: Omit<ReadCampaign, "campaigns"> & {
    readonly campaigns: Pick<Campaigns, "answersOf">;
  },
  { id }: Pick<Campaign, "id">,
): Promise<Standings> {
  const answers = await campaigns.answersOf(id);
  const found = await requests.findAll(answers.flatMap(({ requestId }) => requestId ?? []));
  const best = new Map<EmployeeId, Standing>();
  for (const answer of answers) {
    const outcome = outcomeOf(answer, found, clock.now());
    const known = best.get(answer.person)?.outcome;
    if (known === undefined || order[outcome] > order[known])
      best.set(answer.person, { outcome, sentAt: answer.sentAt });
  }
  return best;
}

/** The campaign's figures as they are now. */
export async function campaignFigures(
  api: ReadCampaign,
  campaign: Campaign,
): Promise<CampaignFigures> {
  return figuresOf(campaign, await campaignStandings(api, campaign));
}

/** The same of standings that were read already. */
export function figuresOf(
  { people, unmatched }: Pick<Campaign, "people" | "unmatched">,
  best: Standings,
): CampaignFigures {
  const count = (wanted: Standing["outcome"]) =>
    [...best.values()].filter(({ outcome }) => outcome === wanted).length;
  return {
    ...{ people, received: best.size, unanswered: people - best.size, unmatched },
    ...{ waiting: count("waiting"), approved: count("approved"), refused: count("refused") },
  };
}

const order = { refused: 0, waiting: 1, approved: 2 } as const;

function outcomeOf(
  { requestId }: CampaignAnswer,
  found: ReadonlyMap<RequestId, Request>,
  now: Date,
): keyof typeof order {
  if (requestId === undefined) return "approved";
  const stored = found.get(requestId);
  // Of who has left nothing is kept but that there was an answer.
  const request = stored && asOf(stored, now);
  if (request?.state === "approved") return "approved";
  return request && isOnItsWay(request) ? "waiting" : "refused";
}

/** People of a page. */
const pageSize = 50;

/** A page of the people who have not answered, by their ids: whom the officer reaches now. */
export async function unansweredOf(
  {
    campaigns,
    employees,
  }: Pick<ReadCampaign, "campaigns"> & { readonly employees: Pick<Employees, "findAll"> },
  { id }: Campaign,
  { by, after = "" }: { readonly by: Officer; readonly after?: string | undefined },
): Promise<{ readonly items: readonly Employee[]; readonly next?: EmployeeId }> {
  const [people, answers] = await Promise.all([campaigns.peopleOf(id), campaigns.answersOf(id)]);
  const answered = new Set(answers.map(({ person }) => person));
  const left = people.filter((person) => !answered.has(person) && person > after);
  const page = left.slice(0, pageSize);
  const found = await employees.findAll(page);
  const items = page
    .flatMap((person) => found.get(person) ?? [])
    .filter((each) => reaches(by, each));
  const last = page.at(-1);
  return { items, ...(left.length > pageSize && last && { next: last }) };
}

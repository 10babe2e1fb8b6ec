import type { Employees } from "#shared/employee/employees.ts";
import { fileRequest } from "#shared/request/file-request.ts";
import type { Requests } from "#shared/request/requests.ts";
import { eachOf, type Turn } from "#shared/runtime/each-of.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { suspectCard } from "./suspect-card.ts";
import { type SuspectedCard, type SuspectedCards, suspicionId } from "./suspected-card.ts";

export interface TakeSuspicions extends Turn {
  readonly suspicions: SuspectedCards;
  readonly employees: Pick<Employees, "find">;
  readonly requests: Pick<Requests, "save" | "of">;
}

/** What a run takes at most. The next run comes in some minutes. */
const mostInARun = 200;
/** Hours in which an officer looks, before all of the agency may. */
const hoursToLook = 72;
/** The days after an officer's answer in which the same cause opens nothing: nobody is looked at as often as somebody likes (as 0069). */
const quietMs = 30 * 86_400_000;
/** Among these a person's earlier ones are looked for. */
const mostLookedAt = 50;

/**
 * Makes requests of the reports of suspicious cards, which officers decide. The card stays valid, its holder is told nothing and asked nothing.
 * Taken again, a report is the same request.
 * @returns how many became a request, and how many had nothing to open @throws what the first one failed with
 */
export async function takeSuspicions(
  api: TakeSuspicions,
): Promise<{ opened: number; idle: number }> {
  const counts = { opened: 0, idle: 0 };
  const items = await api.suspicions.untaken(mostInARun);
  await eachOf(api, { part: "suspicions", items, idOf: suspicionId }, async (report) => {
    counts[(await isOpened(api, report)) ? "opened" : "idle"] += 1;
    await api.suspicions.take(report);
  });
  return counts;
}

async function isOpened(api: TakeSuspicions, report: SuspectedCard): Promise<boolean> {
  const person = await api.employees.find(report.employeeId);
  if (!person || (await wasAnswered(api, report))) return false;
  const { cause } = report;
  return await fileRequest(api, {
    ...{ id: digestId("req", [suspicionId(report)]), kind: suspectCard, person, group: cause },
    content: { cause },
    chain: [{ role: "petugas", hours: hoursToLook }],
  });
}

/** Whether an officer answered the same of this person not long ago. */
async function wasAnswered(
  { requests, clock }: TakeSuspicions,
  { employeeId, cause }: SuspectedCard,
): Promise<boolean> {
  const since = new Date(clock.now().getTime() - quietMs).toISOString();
  const newest = await requests.of(employeeId, { limit: mostLookedAt });
  return newest.some((each) => {
    return each.kind === suspectCard && each.group === cause && each.since >= since;
  });
}

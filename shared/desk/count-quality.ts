/** How the data quality of an agency is counted, as bulk work that reads (decision 0050), holders are warned of their contract's end (0089) and told of campaigns (0088). */
import * as z from "zod";
import { type Bulk, type BulkKinds, BulkMissing, type Stepped } from "#shared/bulk/bulk.ts";
import { type TellCampaigns, tellCampaigns } from "#shared/campaign/tell-campaigns.ts";
import { type AgencyPeople, agencyPlace } from "#shared/employee/agency-people.ts";
import { dayOf, type Employee, savedDay } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { failedBy } from "#shared/employee/quality.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { type BoardCounts, type Boards, boardCounts, noCounts, withPeople } from "./board.ts";
import { type WarnOfCltn, warnOfCltn } from "./warn-of-cltn.ts";
import { warnOfContracts } from "./warn-of-contracts.ts";

/** People that one step reads: a page of DynamoDB's, 1 MB. */
const perStep = 1_000;

/** What a pass counts. */
const passParameters = z.object({
  /** The day in the agency's zone on which people are judged, the same in all steps. */
  day: z.string(),
});

/** Where the next step begins, and what the steps before it counted. */
const passCursor = z.object({ after: agencyPlace, counts: boardCounts });

export interface CountQuality extends Pick<TellCampaigns, "campaigns">, WarnOfCltn {
  readonly people: AgencyPeople;
  readonly boards: Boards;
  readonly employees: Pick<WritableEmployees, "list">;
  readonly clock: Clock;
}

/**
 * The cursor carries the counts: they move with it in one conditional write, so that a step that is done twice, or by two workers, counts
 * nobody twice. The last step keeps the board; done again it finds its own.
 * @returns how bulk work of the kind `quality` is carried out
 */
export function qualityPass(tools: CountQuality): BulkKinds["quality"] {
  const { people, boards } = tools;
  return {
    step: async ({ instansiId, cursor, parameters, startedAt }: Bulk): Promise<Stepped> => {
      const pass = passParameters.safeParse(parameters);
      if (!pass.success) throw new BulkMissing("The pass does not say its day.");
      const seen = cursor === "" ? undefined : passCursor.parse(JSON.parse(cursor));
      const part = await people.part(instansiId, { limit: perStep, after: seen?.after });
      const counts = withPeople(seen?.counts ?? noCounts, part, pass.data.day);
      await listAnew(tools, part.people, { day: pass.data.day, instansiId });
      const day = { day: pass.data.day, at: tools.clock.now() };
      const contracts = await warnOfContracts(tools.history, part.people, day);
      const warned = contracts + (await warnOfCltn(tools, part.people, day));
      if (warned > 0) logger.info("contract.warned", { warned });
      const told = await tellCampaigns(tools, instansiId, part.people);
      if (told > 0) logger.info("campaign.told", { told });
      const looked = { done: part.people.length, unchanged: 0, refused: part.unreadable };
      if (part.next) return { ...looked, next: cursorOf(part.next, counts) };
      await boards.put({ ...counts, instansiId, asOf: startedAt });
      return { ...looked, next: undefined };
    },
  };
}

/**
 * Gives people the lines of the lists that a day brought them to without a save: a retirement age that passed, a second year as CPNS. Since
 * the night before these are some of a thousand. Whoever was saved meanwhile has newer lines.
 */
async function listAnew(
  { boards, employees }: CountQuality,
  people: readonly Employee[],
  { day, instansiId }: { readonly day: string; readonly instansiId: string },
): Promise<void> {
  const counted = await boards.find(instansiId);
  const isMoved = (employee: Employee) => {
    const before = counted ? dayOf(employee, new Date(counted.asOf)) : "";
    const saved = savedDay(employee);
    const known = failedBy(employee, saved > before ? saved : before);
    return known.join() !== failedBy(employee, day).join();
  };
  await sideBySide(people.filter(isMoved), async (employee) => {
    try {
      await employees.list(employee, day);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  });
}

function cursorOf(after: z.infer<typeof agencyPlace>, counts: BoardCounts): string {
  return JSON.stringify({ after, counts } satisfies z.infer<typeof passCursor>);
}

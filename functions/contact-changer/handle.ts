import middy from "@middy/core";
import * as z from "zod";
import { type TakeForms, takeForms } from "#shared/campaign/take-forms.ts";
import { askForSummaries } from "#shared/notification/send-summary.ts";
import { type TakeReports, takeReports } from "#shared/photo/take-reports.ts";
import { type PassDeadlines, passDeadlines } from "#shared/request/pass-deadlines.ts";
import { logger } from "#shared/runtime/logger.ts";
import {
  type CarryOutContactChanges,
  carryOutContactChanges,
} from "#shared/session/carry-out-contact-changes.ts";
import { type TakeSuspicions, takeSuspicions } from "#shared/suspect-card/take-suspicions.ts";

const input = z.strictObject({ job: z.literal("contact-changes") });

/**
 * Carries out the changes of addresses and numbers whose wait is over, takes reports of photos to the records, makes requests of reports of cards, passes deadlines of requests, asks for the summaries of mails that are due, and makes requests of the forms of campaigns. Lambda repeats a run that fails twice within minutes, then the
 * next schedule does, and a second run does no harm. Where one of them fails, the others are done all the same.
 */
export function runContactChanger(
  dependencies: CarryOutContactChanges &
    TakeReports &
    TakeSuspicions &
    PassDeadlines &
    TakeForms &
    Parameters<typeof askForSummaries>[0],
) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const failures: unknown[] = [];
    const done = async <Done>(part: (given: typeof dependencies) => Promise<Done>) =>
      await part(dependencies).catch((error: unknown) => {
        failures.push(error);
        return undefined;
      });
    const changes = await done(carryOutContactChanges);
    const reports = await done(takeReports);
    const suspicions = await done(takeSuspicions);
    const deadlines = await done(passDeadlines);
    const summaries = await done(askForSummaries);
    const forms = await done(takeForms);
    logger.info(`job.${job}`, { ...changes, reports, suspicions, deadlines, summaries, forms });
    if (failures.length > 0) throw failures[0];
  });
}

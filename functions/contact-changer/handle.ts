import middy from "@middy/core";
import * as z from "zod";
import { type TakeForms, takeForms } from "#shared/campaign/take-forms.ts";
import { type RecountLeaves, recountLeaves } from "#shared/leave/recount-leaves.ts";
import { askForSummaries } from "#shared/notification/send-summary.ts";
import { type TakeReports, takeReports } from "#shared/photo/take-reports.ts";
import { type PassDeadlines, passDeadlines } from "#shared/request/pass-deadlines.ts";
import { type RemindUnanswered, remindUnanswered } from "#shared/request/remind-unanswered.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import {
  type CarryOutContactChanges,
  carryOutContactChanges,
} from "#shared/session/carry-out-contact-changes.ts";
import { type TakeSuspicions, takeSuspicions } from "#shared/suspect-card/take-suspicions.ts";

/** A run begins nothing after so long: its time limit is four minutes, and what is left is next in five. */
const runMs = 180_000;
const parts = 8;

const input = z.strictObject({ job: z.literal("contact-changes") });

type ContactChanger = CarryOutContactChanges &
  TakeReports &
  TakeSuspicions &
  PassDeadlines &
  RemindUnanswered &
  TakeForms &
  RecountLeaves &
  Parameters<typeof askForSummaries>[0];

/**
 * Carries out the changes of addresses and numbers whose wait is over, takes reports of photos to the records, makes requests of reports of cards, passes deadlines of requests, reminds who has not answered a question about one, asks for the summaries of mails that are due, makes requests of the forms of campaigns, and counts leaves anew whose calendar has changed. Lambda repeats a run that fails twice within minutes, then the
 * next schedule does, and a second run does no harm. Where one of them fails, the others are done all the same; each has its part of the run's time, and what an earlier one left of its own.
 */
export function runContactChanger(dependencies: ContactChanger) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const failures: unknown[] = [];
    const millis = () => dependencies.clock.now().getTime();
    const end = millis() + runMs;
    let left = parts;
    const done = async <Done>(
      name: string,
      part: (given: typeof dependencies) => Promise<Done>,
    ) => {
      const until = new Date(millis() + (end - millis()) / left--);
      return await part({ ...dependencies, until }).catch((error: unknown) => {
        logger.error("job.part-failed", { part: name, ...errorFields(error) });
        failures.push(error);
        return undefined;
      });
    };
    const changes = await done("changes", carryOutContactChanges);
    const told = {
      reports: await done("reports", takeReports),
      suspicions: await done("suspicions", takeSuspicions),
      deadlines: await done("deadlines", passDeadlines),
      reminded: await done("questions", remindUnanswered),
      summaries: await done("summaries", askForSummaries),
      forms: await done("forms", takeForms),
      recounted: await done("calendars", recountLeaves),
    };
    logger.info(`job.${job}`, { ...changes, ...told });
    if (failures.length > 0) throw failures[0];
  });
}

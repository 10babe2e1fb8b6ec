import middy from "@middy/core";
import * as z from "zod";
import { type TakeForms, takeForms } from "#shared/campaign/take-forms.ts";
import { askForSummaries } from "#shared/notification/send-summary.ts";
import { type TakeReports, takeReports } from "#shared/photo/take-reports.ts";
import { type PassDeadlines, passDeadlines } from "#shared/request/pass-deadlines.ts";
import { logger } from "#shared/runtime/logger.ts";
import {
  type CarriedOut,
  type CarryOutContactChanges,
  carryOutContactChanges,
} from "#shared/session/carry-out-contact-changes.ts";

const input = z.strictObject({ job: z.literal("contact-changes") });

/**
 * Carries out the changes of addresses and numbers whose wait is over, takes reports of photos to the records, passes deadlines of requests, asks for the summaries of mails that are due, and makes requests of the forms of campaigns. Lambda repeats a run that fails twice within minutes, then the
 * next schedule does, and a second run does no harm. Where one of them fails, the others are done all the same.
 */
export function runContactChanger(
  dependencies: CarryOutContactChanges &
    TakeReports &
    PassDeadlines &
    TakeForms &
    Parameters<typeof askForSummaries>[0],
) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    let changes: CarriedOut | undefined;
    let reports: Awaited<ReturnType<typeof takeReports>> | undefined;
    try {
      changes = await carryOutContactChanges(dependencies);
    } finally {
      try {
        reports = await takeReports(dependencies);
      } finally {
        let deadlines: number | undefined;
        try {
          deadlines = await passDeadlines(dependencies);
        } finally {
          let summaries: number | undefined;
          try {
            summaries = await askForSummaries(dependencies);
          } finally {
            const forms = await takeForms(dependencies);
            logger.info(`job.${job}`, { ...changes, reports, deadlines, summaries, forms });
          }
        }
      }
    }
  });
}

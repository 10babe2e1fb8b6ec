import middy from "@middy/core";
import * as z from "zod";
import { logger } from "#shared/runtime/logger.ts";
import { VisitFailed, visitSite } from "./visit-site.ts";

const input = z.strictObject({ job: z.literal("visit") });

/**
 * Visits the site as somebody does who checks a card. A visit that fails is made once more, because a single lost packet is no
 * outage; when both fail, so does the function, and its alarm counts the runs that did not.
 */
export function runCanary(site: { readonly siteUrl: string }) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const began = performance.now();
    await visitSite(site).catch((error: unknown) => {
      if (!(error instanceof VisitFailed)) throw error;
      logger.warn("canary.failed", { step: error.step, why: error.why });
      return visitSite(site);
    });
    logger.info(`job.${job}`, { milliseconds: Math.round(performance.now() - began) });
  });
}

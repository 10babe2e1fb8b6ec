import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cloud, type CloudOptions, startCloud } from "../cloud.ts";
import { seedDemo } from "../demo/seed.ts";
import { withBanner } from "./banner.ts";
import { serveDesk } from "./desk.ts";

export interface DemoCloud extends Cloud {
  /** Resolves when all the demo's people are there. `settle` waits for it, `stop` ends it. */
  readonly crowd: Promise<void>;
}

/**
 * A cloud with the demo's people in it, its banner on every page, and the desk beside it.
 * @returns when everyone can sign in whom the start page names; the crowd comes in while the first visitor looks around
 */
export async function startDemoCloud(options: CloudOptions): Promise<DemoCloud> {
  let cloud: Cloud | undefined;
  const started = await startCloud({
    ...options,
    decorateHtml: withBanner,
    extraRoutes: serveDesk({
      mails: () => cloud?.mails() ?? [],
      softwareTokens: () => cloud?.parts.cognito.softwareTokens() ?? [],
      now: () => started.clock.millis(),
    }),
  });
  cloud = started;
  const leaving = new AbortController();
  const { crowd } = await seedOnce(started, join(options.directory, "seeded"), leaving.signal);
  return {
    ...started,
    crowd,
    async settle(limits) {
      await crowd;
      await started.settle(limits);
    },
    async stop() {
      leaving.abort();
      await Promise.allSettled([crowd]);
      await started.stop();
    },
  };
}

/** @param mark the file that says everyone is there; without it, the next start finishes what this one began */
async function seedOnce(
  { client, parts, clock }: Cloud,
  mark: string,
  leaving: AbortSignal,
): Promise<{ readonly crowd: Promise<void> }> {
  if (existsSync(mark)) return { crowd: Promise.resolve() };
  const settings = parts.functions.settings();
  const { crowd } = await seedDemo({ client, settings, clock }, leaving);
  const done = async () => {
    await crowd;
    if (!leaving.aborted) writeFileSync(mark, clock.now().toISOString());
  };
  return { crowd: done() };
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cloud, type CloudOptions, startCloud } from "../cloud/cloud.ts";
import { seedDemo } from "../demo/seed.ts";
import { withBanner } from "./banner.ts";
import { publishDemoKeys } from "./card-keys.ts";
import { serveConsole } from "./console/console.ts";

export interface DemoCloud extends Cloud {
  /** Resolves when all the demo's people are there, with their photos. `waitUntilIdle` waits for it, `stop` ends it. */
  readonly seeded: Promise<void>;
}

export interface DemoOptions extends CloudOptions {
  /** So many of the demo's people; without it all. */
  readonly inAll?: number;
}

/** What a start needs of it. */
export type RunningCloud = Pick<
  DemoCloud,
  "siteUrl" | "extraUrl" | "client" | "outputs" | "seeded" | "stop"
>;

/**
 * A cloud with the demo's people in it, its banner on every page, and the dev console beside it.
 * @returns when everyone can sign in whom the start page names; the others come, and cards are drawn, while the first visitor looks around
 */
export async function startDemoCloud({ inAll, ...options }: DemoOptions): Promise<DemoCloud> {
  let cloud: Cloud | undefined;
  const started = await startCloud({
    ...options,
    decorateHtml: (html, path) => {
      const page = withBanner(html);
      return options.decorateHtml?.(page, path) ?? page;
    },
    extraRoutes: serveConsole(() => cloud),
  });
  cloud = started;
  const leaving = new AbortController();
  const { seeded } = await seedOnce(
    { ...started, inAll },
    join(options.directory, "seeded"),
    leaving.signal,
  );
  await publishDemoKeys(options.directory, started);
  // There is no list before the first cards are signed, and what was kept may be days old. A run that finds others of its schedule running,
  // or fails, says so in its log; the schedule goes on.
  const listed = seeded.then(async () => {
    await started.waitUntilIdle({ signal: leaving.signal }).catch(() => undefined);
    if (!leaving.signal.aborted) await started.runSchedule("publishstatus").catch(() => undefined);
  });
  return {
    ...started,
    seeded: listed,
    async waitUntilIdle(limits) {
      await listed;
      await started.waitUntilIdle(limits);
    },
    async stop() {
      leaving.abort();
      await Promise.allSettled([listed]);
      await started.stop();
    },
  };
}

/** Which people and indexes a seeded cloud has: kept state of an older edition is seeded again, which adds what is missing. */
const edition = "5: people in lists by unit, kind and tag";

/** @param mark the file that says everyone is there; without it, the next start finishes what this one began */
async function seedOnce(
  { client, services, clock, inAll }: Cloud & { readonly inAll: number | undefined },
  mark: string,
  leaving: AbortSignal,
): Promise<{ readonly seeded: Promise<void> }> {
  const seededBefore = existsSync(mark) ? readFileSync(mark, "utf8") : undefined;
  if (seededBefore === edition) return { seeded: Promise.resolve() };
  const isOlder = seededBefore !== undefined;
  const settings = services.functions.settings();
  const { rest } = await seedDemo({ client, settings, clock, isOlder, inAll }, leaving);
  const done = async () => {
    await rest;
    if (!leaving.aborted) writeFileSync(mark, edition);
  };
  return { seeded: done() };
}

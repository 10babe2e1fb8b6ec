import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cloud, type CloudOptions, startCloud } from "../cloud.ts";
import { samplePhotos } from "../demo/sample-photos.ts";
import { seedDemo } from "../demo/seed.ts";
import { withBanner } from "./banner.ts";
import { serveDesk } from "./desk.ts";

/** A cloud with the demo's people in it, its banner on every page, and the desk beside it. */
export async function startDemoCloud(options: CloudOptions): Promise<Cloud> {
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
  const mark = join(options.directory, "seeded");
  if (!existsSync(mark)) {
    await seedDemo({
      client: started.client,
      settings: started.parts.functions.settings(),
      clock: started.clock,
    });
    writeFileSync(mark, started.clock.now().toISOString());
  }
  return started;
}

/** Puts photos to try into a folder. */
export async function writeSamplePhotos(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  for (const { fileName, bytes } of await samplePhotos())
    writeFileSync(join(folder, fileName), bytes);
}

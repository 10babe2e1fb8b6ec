import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Cloud } from "../../../local/cloud.ts";
import { totpCode } from "../../../local/cognito/totp.ts";
import { type DemoPerson, demoPeople } from "../../../local/demo/people.ts";
import { type SamplePhoto, samplePhotos } from "../../../local/demo/sample-photos.ts";
import { startDemoCloud } from "../../../local/start/demo-cloud.ts";
import { launchBrowser } from "../../support/browser.ts";
import { productOfAll } from "./product.ts";
import { watchShifts } from "./steadiness.ts";
import { screenshots, Visitor } from "./visitor.ts";

/** The whole product on the embedded cloud, and a real browser before it. */
export interface World {
  readonly cloud: Cloud;
  readonly browser: Browser;
  /** Someone at a device of their own: nothing is shared with other visitors. */
  visitor(options?: { width?: number; height?: number; language?: "id" | "en" }): Promise<Visitor>;
  person(role: string): DemoPerson;
  /** A code that was not used yet: moves the cloud's time to the next one. */
  nextCode(nip: string): string;
  /** Where the photo that breaks this rule lies; without a rule the one that conforms. */
  photo(breaks?: string): SamplePhoto;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), "kartu-journey-"));
  mkdirSync(screenshots, { recursive: true });
  const [assembly, photos] = await Promise.all([productOfAll(), samplePhotos()]);
  const [browser, cloud] = await Promise.all([
    launchBrowser(),
    startDemoCloud({ directory: join(directory, "cloud"), assembly, log: () => undefined }),
  ]);
  await cloud.settle({ timeoutSeconds: 60 });
  const people = demoPeople();
  const world: World = {
    cloud,
    browser,
    async visitor({ width = 1100, height = 800, language = "id" } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        acceptDownloads: true,
        locale: "id-ID",
      });
      await watchShifts(context);
      const page = await context.newPage();
      return new Visitor({ siteUrl: cloud.siteUrl, nextCode: world.nextCode }, page, language);
    },
    person: (role) =>
      found(
        people.find((person) => person.role?.startsWith(role)),
        role,
      ),
    nextCode(nip) {
      cloud.clock.advance(30_000);
      const { secret } = found(
        cloud.parts.cognito.softwareTokens().find(({ username }) => username === nip),
        "authenticator",
      );
      return totpCode(secret, cloud.clock.millis());
    },
    photo: (breaks) =>
      found(
        photos.find((photo) => photo.breaks === breaks),
        `photo that breaks ${breaks}`,
      ),
    async stop() {
      await browser.close();
      await cloud.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return world;
}

function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`The demo has no ${name}.`);
  return thing;
}

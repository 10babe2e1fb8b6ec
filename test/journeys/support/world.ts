import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { test as base } from "vitest";
import type { Cloud } from "../../../local/cloud/cloud.ts";
import { type SamplePhoto, samplePhotos } from "../../../local/demo/sample-photos.ts";
import type { SeededPerson } from "../../../local/demo/seed.ts";
import { startDemoCloud } from "../../../local/start/demo-cloud.ts";
import { launchBrowser } from "../../support/browser.ts";
import { nextCodeOf } from "../../support/next-code.ts";
import { peopleInStories } from "../../support/people-in-stories.ts";
import { LeakWatch } from "./leak-watch.ts";
import { type NewcomerOptions, Newcomers } from "./newcomers.ts";
import { productOfAll } from "./product.ts";
import { watchShifts } from "./steadiness.ts";
import { Visitor } from "./visitor.ts";

/** One started product and one browser process: all stories of a run share them. */
interface Product {
  readonly cloud: Cloud;
  /** Of the cloud's state. */
  readonly directory: string;
  readonly browser: Browser;
  readonly photos: readonly SamplePhoto[];
  readonly newcomers: Newcomers;
  readonly leakWatch: LeakWatch;
  /** Cards that were drawn when the start page's people could sign in, and when all that a start begins was done. */
  readonly drawn: { readonly whenReady: number; readonly whenIdle: number };
}

/** The product as one story (a test file) meets it. */
export interface World extends Pick<Product, "cloud" | "directory" | "browser" | "drawn"> {
  /** Someone at a device of their own, until the story ends: nothing is shared with other visitors, but the browser's process unless another is given. */
  visitor(options?: {
    width?: number;
    height?: number;
    language?: "id" | "en";
    browser?: Browser;
  }): Promise<Visitor>;
  /** Someone of this story alone: what happens to them, no other story meets. */
  newcomer(options: NewcomerOptions): Promise<SeededPerson>;
  /** A code that was not used yet: moves the cloud's time to the next one if the present one was. */
  nextCode(nip: string): string;
  /** Where the photo that breaks this rule lies; without a rule the one that conforms. */
  photo(breaks?: string): SamplePhoto;
  /** What the functions logged since the story began. */
  logLines(): string[];
}

/**
 * A story's test. The product is started for the first story that asks, and stopped with the worker that runs them all, as
 * vitest does with fixtures of that scope when files are not isolated (its guide «Test Context», «Fixture scopes»).
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures this one needs.
  .extend("product", { scope: "worker" }, async ({}, { onCleanup }) => {
    const { stop, ...product } = await startProduct();
    onCleanup(stop);
    return product;
  })
  .extend("world", { scope: "file" }, async ({ product }, { onCleanup }) => {
    const { leave, ...world } = enter(product);
    onCleanup(leave);
    return world;
  });

async function startProduct(): Promise<Product & { stop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), "kartu-journey-"));
  const [assembly, photos] = await Promise.all([productOfAll(), samplePhotos()]);
  const leakWatch = new LeakWatch();
  let drawn = 0;
  const [browser, { cloud, whenReady }] = await Promise.all([
    launchBrowser(),
    startDemoCloud({
      ...{ directory: join(directory, "cloud"), assembly, inAll: peopleInStories },
      log: () => undefined,
      onLogLine: ({ text }) => {
        leakWatch.take(text);
        if (text.includes("card.drawn")) drawn += 1;
      },
    }).then((started) => ({ cloud: started, whenReady: drawn })),
  ]);
  await cloud.waitUntilIdle({ timeoutSeconds: 120 });
  return {
    directory: join(directory, "cloud"),
    ...{ cloud, browser, photos, newcomers: new Newcomers(cloud), leakWatch },
    drawn: { whenReady, whenIdle: drawn },
    async stop() {
      await browser.close();
      await cloud.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function enter(product: Product): World & { leave(): Promise<void> } {
  const { cloud, directory, browser, photos, newcomers, leakWatch, drawn } = product;
  const devices: BrowserContext[] = [];
  const nextCode = (nip: string) => nextCodeOf(cloud, nip);
  return {
    ...{ cloud, directory, browser, drawn, nextCode, logLines: loggedFromNow(cloud) },
    async newcomer(options) {
      const person = await newcomers.register(options);
      leakWatch.meet(person.employee);
      return person;
    },
    async visitor({ width = 1100, height = 800, language = "id", browser: used = browser } = {}) {
      const context = await used.newContext({
        viewport: { width, height },
        acceptDownloads: true,
        locale: "id-ID",
      });
      devices.push(context);
      leakWatch.follow(context);
      await watchShifts(context);
      const page = await context.newPage();
      return new Visitor({ siteUrl: cloud.siteUrl, nextCode }, page, language);
    },
    photo: (breaks) =>
      found(
        photos.find((photo) => photo.breaks === breaks),
        `photo that breaks ${breaks}`,
      ),
    async leave() {
      await Promise.all(devices.map((context) => context.close()));
      leakWatch.refuseLeaks(cloud);
    },
  };
}

/** @throws Error when asked for more than the cloud remembers: a line that is gone could be the one that is looked for */
function loggedFromNow(cloud: Cloud): () => string[] {
  const last = cloud.logs().at(-1);
  return () => {
    const lines = cloud.logs();
    const place = last ? lines.indexOf(last) : -1;
    if (last && place < 0) throw new Error("The log does not reach back to where the story began.");
    return lines.slice(place + 1).map(({ text }) => text);
  };
}

function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`The demo has no ${name}.`);
  return thing;
}

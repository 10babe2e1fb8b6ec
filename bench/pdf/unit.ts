/** A unit's cards as one file, in a process of its own: its peak memory is nobody else's. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardTypesetter, type PrintedCard } from "#shared/card/pdf/card-typesetter.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { content } from "./content.ts";

export interface PrintedUnit {
  /** Of the process at its largest, over what it had before the first card. */
  readonly peakMb: number;
  readonly kilobytes: number;
}

/** @throws Error when the process ends before it has printed */
export async function printUnit(cards: number): Promise<PrintedUnit> {
  const child = fork(fileURLToPath(import.meta.url), [String(cards)]);
  const stopped = once(child, "exit").then(([code]) => {
    throw new Error(`The process that prints ${cards} cards has stopped (${code}).`);
  });
  const [printed] = await Promise.race([once(child, "message"), stopped]);
  return printed;
}

/** Every card with a pattern of its own; the photos by turns, as if each was read from its place. */
async function* makeCards(count: number, photos: readonly Buffer[]): AsyncGenerator<PrintedCard> {
  for (let index = 0; index < count; index++) {
    const photo = Buffer.from(photos[index % photos.length] ?? Buffer.of());
    yield { content: { ...content, seed: index.toString(16).padStart(16, "9b1e5a70") }, photo };
  }
}

async function print(count: number): Promise<PrintedUnit> {
  const photos = await Promise.all([1, 2, 3, 4].map((seed) => portraitPng(seed)));
  const before = process.memoryUsage.rss();
  let bytes = 0;
  const typesetter = new CardTypesetter(new CheckedTemplates());
  const sheet = { shape: "landscape", sheet: "card" } as const;
  for await (const piece of typesetter.setUnit(makeCards(count, photos), sheet))
    bytes += piece.length;
  const peakMb = process.resourceUsage().maxRSS / 1024 - before / 2 ** 20;
  return { peakMb, kilobytes: bytes / 1024 };
}

if (import.meta.main) process.send?.(await print(Number(process.argv[2])), () => process.exit());

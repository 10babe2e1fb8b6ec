/** A unit's cards, or letters to its people, as one file, in a process of its own: its peak memory is nobody else's. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardTypesetter, type PrintedCard } from "#shared/card/pdf/card-typesetter.ts";
import type { ActivationLetter } from "#shared/print/activation-letter.ts";
import { LetterTypesetter } from "#shared/print/letter-typesetter.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { content } from "./content.ts";

export interface PrintedUnit {
  /** Of the process at its largest, over what it had before the first card. */
  readonly peakMb: number;
  readonly kilobytes: number;
  readonly seconds: number;
}

type Printing = "cards" | "letters";

/** @throws Error when the process ends before it has printed */
export async function printUnit(people: number, printing: Printing): Promise<PrintedUnit> {
  const child = fork(fileURLToPath(import.meta.url), [String(people), printing]);
  const stopped = once(child, "exit").then(([code]) => {
    throw new Error(`The process that prints ${people} ${printing} has stopped (${code}).`);
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

/** Letters to people of different names, each with its masked address. */
async function* makeLetters(count: number): AsyncGenerator<ActivationLetter> {
  for (let index = 0; index < count; index++)
    yield {
      ...{ name: `Siti Contohwati ${index}, S.Kom.`, nip: "19850212 201001 2 004" },
      ...{ unitKerja: "Dinas Kesehatan", instansi: "Pemerintah Kabupaten Contoh" },
      ...{ email: `s•••••${index}@contoh.example`, site: "https://kartu.example.go.id" },
      qrText: "https://KARTU.EXAMPLE.GO.ID/",
    };
}

async function print(count: number, printing: Printing): Promise<PrintedUnit> {
  const photos = await Promise.all([1, 2, 3, 4].map((seed) => portraitPng(seed)));
  const [before, begin] = [process.memoryUsage.rss(), performance.now()];
  const sheet = { shape: "landscape", sheet: "card" } as const;
  const pieces =
    printing === "letters"
      ? new LetterTypesetter().set(makeLetters(count))
      : new CardTypesetter(new CheckedTemplates()).setUnit(makeCards(count, photos), sheet);
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  const peakMb = process.resourceUsage().maxRSS / 1024 - before / 2 ** 20;
  return { peakMb, kilobytes: bytes / 1024, seconds: (performance.now() - begin) / 1000 };
}

if (import.meta.main) {
  const printing = process.argv[3] === "letters" ? "letters" : "cards";
  process.send?.(await print(Number(process.argv[2]), printing), () => process.exit());
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { type Cloud, startCloud } from "../local/cloud/cloud.ts";
import { buildProduct } from "../local/start/product.ts";
import { drawingCpuMs } from "./backfill/drawing-time.ts";
import { seedHolders, storedCards } from "./backfill/holders.ts";
import { KartuProcess } from "./backfill/kartu-process.ts";
import type { Bench } from "./bench.ts";
import { rounded, timed } from "./measure.ts";

const holders = 10_000;
/** Drawn in full. The others have no photo: the renderer looks at the record, and draws nothing. */
const drawablePerRound = 100;
/** Shares of all cards that were seen when the first walk is killed, and the second one stopped. */
const [killedAt, stoppedAt] = [0.25, 0.6];

export const backfill: Bench = {
  about:
    "a new template on the embedded cloud with 10,000 holders, of whom a hundred per round can be drawn: `kartu backfill` asks for all of them; it is killed once, stopped once, and goes on each time",
  rounds: 1,
  async measure({ rounds }) {
    const drawing = await drawingCpuMs();
    const drawable = rounds * drawablePerRound;
    const folder = mkdtempSync(join(tmpdir(), "kartu-bench-"));
    const assembly = await buildProduct(folder);
    const directory = join(folder, "cloud");
    const cloud = await startCloud({ directory, assembly, log: () => undefined });
    try {
      const table = tableOf(cloud);
      const seeding = await timed(() => seedHolders(cloud, { count: holders, drawable }));
      const outputs = join(folder, "outputs.json");
      writeFileSync(outputs, JSON.stringify(cloud.outputs));
      const run = (verb: string) => new KartuProcess(cloud, outputs, ["backfill", verb]);
      const work = await timed(async () => {
        await walkWithInterruptions(table, run);
        await cloud.waitUntilIdle({ timeoutSeconds: 3600 });
      });
      const [drawn, none] = [countOf(cloud, "card.drawn"), countOf(cloud, "card.none")];
      const stored = await storedCards(cloud);
      if (drawn !== drawable) throw new Error(`${drawn} cards were drawn of ${drawable}.`);
      const again = drawn + countOf(cloud, "card.unchanged") + none - holders;
      return {
        ratios: { askedOnce: rounded(holders / (holders + again)) },
        figures: {
          holders,
          seedingMs: rounded(seeding.wallMs),
          workMs: rounded(work.wallMs),
          messagesPerSecond: rounded((1000 * (holders + again)) / work.wallMs),
          askedAgain: again,
          drawn,
          rendererMsPerMessage: rounded(rendererMs(cloud) / (holders + again)),
          frontCpuMs: rounded(drawing),
          objectsPerCard: rounded(stored.objects / drawn),
          ...Object.fromEntries(
            Object.entries(stored.bytes).map(([kind, bytes]) => [
              `${kind}BytesPerCard`,
              rounded(bytes / drawn),
            ]),
          ),
          deadLetters: Object.values(cloud.deadLetters()).reduce((sum, each) => sum + each, 0),
        },
      };
    } finally {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function tableOf(cloud: Cloud): BackfillTable {
  const { CARD_TABLE = "" } = cloud.services.functions.settings();
  return new BackfillTable(
    DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client)),
    CARD_TABLE,
  );
}

/** @throws Error when the walk does not end, or does not end with every card seen once */
async function walkWithInterruptions(
  table: BackfillTable,
  run: (verb: string) => KartuProcess,
): Promise<void> {
  const first = run("start");
  await seen(table, killedAt * holders);
  await first.kill();
  console.log(`killed:   ${(await run("status").end()).trim()}`);
  const second = run("start");
  await seen(table, stoppedAt * holders);
  console.log(`stopping: ${(await run("stop").end()).trim()}`);
  await second.end();
  const lines = (await run("start").end()).trim().split("\n");
  for (const line of [lines[0], lines.at(-1)]) console.log(`again:    ${line}`);
  const end = await table.find();
  if (end?.state !== "done" || end.seen !== holders)
    throw new Error(`The walk is ${end?.state} at ${end?.seen} of ${holders}.`);
}

async function seen(table: BackfillTable, count: number): Promise<void> {
  while (((await table.find())?.seen ?? 0) < count) await sleep(50);
}

/** What Lambda would bill: a batch draws its cards side by side, and is billed once. */
function rendererMs(cloud: Cloud): number {
  return cloud
    .logs()
    .filter(({ functionName }) => functionName.includes("cardrenderer"))
    .map(({ text }) => Number(/"durationMs":([\d.]+)/.exec(text)?.[1] ?? 0))
    .reduce((sum, each) => sum + each, 0);
}

/** How often the renderer logged this. */
function countOf(cloud: Cloud, event: string): number {
  return cloud.logs().filter(({ text }) => text.includes(`"${event}"`)).length;
}

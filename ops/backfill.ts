import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { SQSClient } from "@aws-sdk/client-sqs";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { type BackfillCards, backfillCards, stopBackfill } from "#shared/card/backfill.ts";
import type { Backfill } from "#shared/card/backfill-progress.ts";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { type Command, UsageError } from "./command.ts";
import { outputsOption, readOutputs } from "./stack-outputs.ts";

/** How often it prints its progress. */
const reportMs = 5000;

export const backfill: Command = {
  usage: `kartu backfill start|status|stop [--outputs cdk-outputs.json] [--max-waiting 1000]

Menggambar ulang semua kartu dengan rupa dari checkout ini, yang harus sama dengan yang sudah diterapkan.
start   melanjutkan dari tempat terakhir, atau memulai; Ctrl+C menghentikannya, dan start melanjutkan
status  sudah sampai mana
stop    menghentikannya, di mana pun berjalan`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        outputs: outputsOption,
        "max-waiting": { type: "string", default: "1000" },
      },
    });
    const [verb = "", ...others] = positionals;
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!act || others.length > 0) throw new UsageError("Sebut start, status, atau stop.");
    await act(await connect(values.outputs, readMaxDepth(values["max-waiting"])), print);
  },
};

const verbs: Readonly<
  Record<string, (cards: BackfillCards, print: (line: string) => void) => Promise<void>>
> = {
  async start(cards, print) {
    process.once("SIGINT", () => void stopBackfill(cards));
    let begun: Backfill | undefined;
    let reportedAt = 0;
    for await (const progress of backfillCards(cards)) {
      begun ??= progress;
      if (Date.now() - reportedAt < reportMs) continue;
      reportedAt = Date.now();
      print(await describe(cards, progress, begun));
    }
    const now = await cards.table.find();
    if (now) print(await describe(cards, now, begun));
  },

  async status(cards, print) {
    const progress = await cards.table.find();
    print(
      progress ? await describe(cards, progress) : "Belum pernah ada kartu yang digambar ulang.",
    );
  },

  async stop(cards, print) {
    const progress = await stopBackfill(cards);
    print(
      progress ? await describe(cards, progress) : "Belum pernah ada kartu yang digambar ulang.",
    );
  },
};

const states = { running: "berjalan", stopped: "dihentikan", done: "selesai" };

/** @param since the progress with which this process began; with it the line also says how fast it is */
async function describe(
  { redrawQueue }: BackfillCards,
  { state, templateVersion: version, seen, asked, startedAt, updatedAt }: Backfill,
  since?: Backfill,
): Promise<string> {
  const waiting = await redrawQueue.depth();
  const seconds = since ? (Date.parse(updatedAt) - Date.parse(since.updatedAt)) / 1000 : 0;
  const pace =
    since && seconds > 0 ? `, ${Math.round((seen - since.seen) / seconds)} per detik` : "";
  return (
    `${states[state]}: ${seen} kartu dilihat, ${asked} diminta dalam ${version}, ${waiting} menunggu${pace} ` +
    `(mulai ${startedAt}, langkah terakhir ${updatedAt})`
  );
}

async function connect(outputsFile: string, maxDepth: number): Promise<BackfillCards> {
  const names = readOutputs(outputsFile, ["CardTable", "AgencyTable", "RedrawQueue"]);
  const db = documentClient();
  const agencies = await new AgencyTable(db, names.AgencyTable).list();
  return {
    table: new BackfillTable(db, names.CardTable),
    redrawQueue: new RedrawQueue(new SQSClient(), names.RedrawQueue),
    versions: new Set([undefined, ...agencies].map((each) => lookOf(each).version)),
    maxDepth,
    sleep,
    clock: systemClock,
  };
}

function readMaxDepth(text: string): number {
  const depth = Number(text);
  if (Number.isInteger(depth) && depth > 0) return depth;
  throw new UsageError(`--max-waiting: bilangan bulat di atas 0, bukan ${text}.`);
}

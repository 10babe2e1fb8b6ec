import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { SQSClient } from "@aws-sdk/client-sqs";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { type BackfillCards, backfillCards, inLooks, stopBackfill } from "#shared/card/backfill.ts";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { type Command, UsageError } from "./command.ts";
import { readOutputs } from "./stack-outputs.ts";
import { describeWalk, readMaxDepth, reportWalk, walkOptions } from "./walk.ts";

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
        ...walkOptions,
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
    await reportWalk(cards, backfillCards(cards), print);
  },

  async status(cards, print) {
    const progress = await cards.table.find();
    print(
      progress
        ? await describeWalk(cards, progress)
        : "Belum pernah ada kartu yang digambar ulang.",
    );
  },

  async stop(cards, print) {
    const progress = await stopBackfill(cards);
    print(
      progress
        ? await describeWalk(cards, progress)
        : "Belum pernah ada kartu yang digambar ulang.",
    );
  },
};

async function connect(outputsFile: string, maxDepth: number): Promise<BackfillCards> {
  const names = readOutputs(outputsFile, ["CardTable", "AgencyTable", "RedrawQueue"]);
  const db = documentClient();
  const agencies = await new AgencyTable(db, names.AgencyTable).list();
  return {
    table: new BackfillTable(db, names.CardTable),
    redrawQueue: new RedrawQueue(new SQSClient(), names.RedrawQueue),
    goal: inLooks(new Set([undefined, ...agencies].map((each) => lookOf(each).version))),
    maxDepth,
    sleep,
    clock: systemClock,
  };
}

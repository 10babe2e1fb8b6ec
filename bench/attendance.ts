/** A month of an agency's attendance: brought in, and recapped. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createDynamodb } from "../local/cloud/dynamodb/dynamodb-service.ts";
import { startServices } from "../local/cloud/test/one-service.ts";
import { newTable } from "../test/support/tables-of-the-app.ts";
import { madeFile, peopleOfFile, readingsEach } from "./attendance/made-files.ts";
import type { Places } from "./attendance/places.ts";
import { inProcess } from "./attendance/worker.ts";
import type { Bench } from "./bench.ts";
import { median, rounded } from "./measure.ts";

const sizes = { small: 2_000, large: 20_000 };

export const attendance: Bench = {
  about: `on the embedded cloud, in processes of their own: files of machines with ${readingsEach} readings of each person, judged and added to the months, then the recaps of all people from their months, for ${sizes.small} and ${sizes.large} people. Memory: the most that is alive in a recap`,
  rounds: 3,
  async measure({ rounds }) {
    const cloud = await startServices(async (context) => [
      ...(await createDynamodb(context)).services,
    ]);
    const folder = mkdtempSync(join(tmpdir(), "kartu-bench-attendance-"));
    try {
      const dynamodb = new DynamoDBClient(cloud.client);
      const tableName = await newTable(dynamodb, "attendance-table");
      const measured = async (size: keyof typeof sizes) =>
        await measure({
          ...{ client: cloud.client, tableName, instansiId: `ins_${size}` },
          ...{ files: filesOf(sizes[size], folder), people: sizes[size], rounds },
        });
      const [small, large] = [await measured("small"), await measured("large")];
      return {
        goals: [
          {
            name: `memory alive in a recap of ${sizes.large}, of that of ${sizes.small}`,
            ...{ measured: rounded(large.liveMb / small.liveMb), most: 1.15 },
          },
        ],
        ratios: {
          "CPU of each person, small to large": rounded(
            small.recapCpu / sizes.small / (large.recapCpu / sizes.large),
          ),
        },
        figures: { ...named(sizes.small, small), ...named(sizes.large, large) },
      };
    } finally {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function filesOf(people: number, folder: string): string[] {
  const paths: string[] = [];
  for (let first = 0; first < people; first += peopleOfFile) {
    const path = join(folder, `${people}-${first}.txt`);
    writeFileSync(path, madeFile(first, Math.min(peopleOfFile, people - first)));
    paths.push(path);
  }
  return paths;
}

async function measure({
  people,
  rounds,
  ...places
}: Places & { readonly people: number; readonly rounds: number }) {
  const brought = await inProcess("import", places, false);
  if (brought.count !== people * readingsEach) throw new Error("Readings are missing.");
  const [seconds, cpu]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const { count, wallMs, cpuMs } = await inProcess("recap", places, false);
    if (count !== people) throw new Error(`${count} of ${people} people were counted.`);
    seconds.push(wallMs / 1000);
    cpu.push(cpuMs / 1000);
  }
  const { liveMb } = await inProcess("recap", places, true);
  const [recapSeconds, recapCpu] = [median(seconds), median(cpu)];
  return { importSeconds: brought.wallMs / 1000, recapSeconds, recapCpu, liveMb };
}

const named = (
  people: number,
  { importSeconds, recapSeconds, recapCpu, liveMb }: Awaited<ReturnType<typeof measure>>,
) => ({
  [`import of ${people * readingsEach} readings, seconds`]: rounded(importSeconds),
  [`recap of ${people} people, seconds`]: rounded(recapSeconds),
  [`recap of ${people} people, CPU of its process, seconds`]: rounded(recapCpu),
  [`recap of ${people} people, memory alive, MB`]: rounded(liveMb),
});

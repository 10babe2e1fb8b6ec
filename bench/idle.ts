/** What the embedded cloud costs a laptop while nobody asks for anything. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Cloud, startCloud } from "../local/cloud/cloud.ts";
import { buildProduct } from "../local/start/product.ts";
import { seedHolders } from "./backfill/holders.ts";
import type { Bench } from "./bench.ts";
import { rounded } from "./measure.ts";

/** DynamoDB's limit. */
const mostInBatch = 25;
/** Longer than a worker waits for work (two minutes). */
const settleSeconds = 130;
const idleSeconds = 120;

export const idle: Bench = {
  about:
    "the embedded cloud with as many thousand people as --rounds says, each with a record, a card pointer and a session that ends by itself, after everything is done: share of a core (below 2 % is the goal) and memory of this process, which also built the product",
  rounds: 50,
  async measure({ rounds }) {
    const people = rounds * 1000;
    const folder = mkdtempSync(join(tmpdir(), "kartu-idle-"));
    const assembly = await buildProduct(folder);
    const cloud = await startCloud({
      ...{ directory: join(folder, "cloud"), assembly },
      log: () => undefined,
    });
    try {
      await seedHolders(cloud, { count: people, drawable: Math.min(people, 100) });
      await seedSessions(cloud, people);
      await cloud.waitUntilIdle({ timeoutSeconds: 3600 });
      await sleep(settleSeconds * 1000);
      const before = process.cpuUsage();
      await sleep(idleSeconds * 1000);
      const { user, system } = process.cpuUsage(before);
      return {
        ratios: {},
        figures: {
          people,
          "share of a core, %": rounded((user + system) / 1e4 / idleSeconds),
          "memory, MB": Math.round(process.memoryUsage.rss() / 1e6),
          "function processes": cloud.services.functions
            .all()
            .reduce((sum, { workers }) => sum + workers, 0),
        },
      };
    } finally {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Sessions that end within half a year, so that the sweep has something to look for and nothing to do. */
async function seedSessions(cloud: Cloud, count: number): Promise<void> {
  const { SESSION_TABLE = "" } = cloud.services.functions.settings();
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const now = Math.floor(cloud.clock.millis() / 1000);
  for (let at = 0; at < count; at += mostInBatch) {
    const length = Math.min(mostInBatch, count - at);
    const items = Array.from({ length }, (_, i) => ({
      id: `session#bench${at + i}`,
      expiresAt: now + 86_400 + ((at + i) % 180) * 86_400,
    }));
    await db.send(
      new BatchWriteCommand({
        RequestItems: { [SESSION_TABLE]: items.map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
  }
}

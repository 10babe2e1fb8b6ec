/**
 * Adds what today's code stores to a fixture: `node test/stored/write-fixture.ts [FILE]`, test/stored/fixture.json when none
 * is named. What stands there of a version stays: it is what that version wrote.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createDynamodb } from "../../local/cloud/dynamodb/dynamodb-service.ts";
import { startServices } from "../../local/cloud/test/one-service.ts";
import { type Fixture, fixtureSchema, storeSamples } from "./fixture.ts";
import { Tables } from "./tables.ts";

const file = process.argv[2] ?? join(import.meta.dirname, "fixture.json");
const known: Fixture = existsSync(file)
  ? fixtureSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  : {};
const cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
const dynamodb = new DynamoDBClient(cloud.client);
for (const [name, written] of Object.entries(await storeSamples(() => new Tables(dynamodb))))
  known[name] = { ...written, ...known[name] };
writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`);
await cloud.stop();

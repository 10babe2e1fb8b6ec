/** What other versions of this code stored is read by today's: a fixture of each version, and the commit before this one. */
import { execFileSync, type SpawnSyncOptions, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { type Fixture, fixtureSchema, type Stored, storeSamples } from "../../stored/fixture.ts";
import { samples } from "../../stored/samples.ts";
import { Tables } from "../../stored/tables.ts";

const root = resolve(import.meta.dirname, "../../..");
const fixture = readFixture(join(root, "test/stored/fixture.json"));

let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;

beforeAll(async () => {
  cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
  dynamodb = new DynamoDBClient(cloud.client);
});

afterAll(() => cloud.stop());

function readFixture(file: string): Fixture {
  return fixtureSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

const each = (from: Fixture) =>
  Object.entries(from).flatMap(([name, versions]) =>
    Object.entries(versions).map(([version, stored]) => ({ name, version, stored })),
  );

/** The names under which shared/ stores things, as they stand in its source. */
const storedNames = globSync("shared/**/*.ts", { cwd: root }).flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/storedItem\(\{\s*name: "([^"]+)"/g)].map(
    ([, name]) => name,
  ),
);

test("everything that is stored has a sample", () => {
  expect(storedNames.toSorted()).toEqual(Object.keys(samples).sort());
});

/** What today's adapters make of it. A newer schema may say more of an old item, and loses nothing but what its sample says. */
async function expectReadable(name: string, { items, reads }: Stored): Promise<void> {
  const sample = samples[name];
  if (!sample) throw new Error(`No sample is called ${name}.`);
  const tables = new Tables(dynamodb);
  await tables.put(sample.table, items);
  const meant = without(reads, sample.dropped ?? []);
  expect({ read: await sample.read(tables) }).toMatchObject({ read: meant });
}

function without(read: unknown, dropped: readonly string[]): unknown {
  if (dropped.length === 0) return read;
  if (Array.isArray(read)) return read.map((each: unknown) => without(each, dropped));
  return Object.fromEntries(
    Object.entries(Object(read)).filter(([attribute]) => !dropped.includes(attribute)),
  );
}

test.each(each(fixture))("$name of version $version is read as it was meant", ({ name, stored }) =>
  expectReadable(name, stored),
);

test("the fixture has every version of everything, up to the one that is written today", async () => {
  const today = await storeSamples(() => new Tables(dynamodb));
  const expected = Object.entries(today).map(([name, versions]) => {
    const newest = Number(Object.keys(versions));
    return [name, Array.from({ length: newest }, (_, i) => String(i + 1))];
  });

  const kept = Object.entries(fixture).map(([name, versions]) => [name, Object.keys(versions)]);
  // One is missing: node test/stored/write-fixture.ts adds it.
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(expected));
});

test("what the commit before this one stores is read today", async ({ skip }) => {
  const before = archive("HEAD^");
  // No repository, or a clone of its newest commit only.
  if (!before) return skip("The commit before this one is not at hand.");
  const file = join(before, "stored.json");
  execFileSync(process.execPath, ["test/stored/write-fixture.ts", file], { cwd: before });
  const stored = each(readFixture(file));

  expect(stored.length).toBeGreaterThan(0);
  for (const { name, stored: written } of stored) await expectReadable(name, written);
});

/** @returns a folder with the files of a commit that can write samples; undefined when there is no such commit */
function archive(commit: string): string | undefined {
  const asked = { cwd: root, stdio: ["ignore", "pipe", "ignore"] } satisfies SpawnSyncOptions;
  const found = spawnSync(
    "git",
    ["cat-file", "-e", `${commit}:test/stored/write-fixture.ts`],
    asked,
  );
  if (found.status !== 0) return undefined;
  const directory = mkdtempSync(join(tmpdir(), "kartu-before-"));
  const tar = execFileSync("git", ["archive", commit], { ...asked, maxBuffer: 2 ** 28 });
  execFileSync("tar", ["-x", "-C", directory], { input: tar });
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"));
  return directory;
}

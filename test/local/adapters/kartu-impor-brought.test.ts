/** `kartu impor` without `--dry-run`: what becomes of a file on the embedded cloud's tables and bucket. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import type { ImportId } from "#shared/import/import.ts";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { importProblem } from "#shared/import/import-problem.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { judgeImport } from "#shared/import/judge-import.ts";
import { noteRefused } from "#shared/import/refused-rows.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { demoAgencies } from "../../../local/demo/agencies.ts";
import { writeCloudFile } from "../../../local/start/cloud-file.ts";
import { runCommand } from "../../../ops/kartu.ts";
import { fileOf, nipOf } from "../../shared/import/import-rows.ts";
import { aNip } from "../../support/builders.ts";
import { aBulk } from "../../support/bulk-table-contract.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { newTable } from "../../support/tables-of-the-app.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";

let cloud: ServicesUnderTest;
beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
});
afterAll(() => cloud.stop());

/** The tables, the bucket, and a judge of its own; the agency has no people yet. */
async function aCloud() {
  const dynamodb = new DynamoDBClient(cloud.client);
  const db = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const outputs = {
    ...{ AgencyTable: await newTable(dynamodb, "agency-table"), ImportBucket: "imports" },
    ...{ ImportTable: await newTable(dynamodb, "import-table") },
    ...{ BulkTable: await newTable(dynamodb, "bulk-table"), AuditTable: "unread" },
    ...{ ApprovalTable: await newTable(dynamodb, "approval-table") },
    ...{ EmployeeTable: "unread", MarkerTable: "unread", UnitTable: "unread" },
  };
  await s3.send(new CreateBucketCommand({ Bucket: outputs.ImportBucket }));
  const [agency] = demoAgencies;
  const Item = { ...agency, kind: "agency" };
  await db.send(new PutCommand({ TableName: outputs.AgencyTable, Item }));
  const folder = mkdtempSync(join(tmpdir(), "kartu-impor-"));
  writeCloudFile(folder, { client: cloud.client, outputs: { "Kartu-Data": outputs } });
  const files = new ImportBucket(s3, outputs.ImportBucket);
  return {
    ...{ db, folder, files, imports: new ImportTable(db, outputs.ImportTable) },
    bulks: new BulkTable(db, outputs.BulkTable),
    instansiId: agency?.id ?? "",
  };
}

type CloudUnderTest = Awaited<ReturnType<typeof aCloud>>;

/** Runs the command, and judges what it brought meanwhile. */
async function impor({ folder, files, imports, instansiId }: CloudUnderTest) {
  const file = join(folder, "pegawai.csv");
  writeFileSync(file, fileOf(3));
  const printed: string[] = [];
  const args = ["impor", file, "--json", "--home", folder, "--instansi", instansiId];
  let isOver = false;
  const run = runCommand(args, (line) => printed.push(line)).finally(() => {
    isOver = true;
  });
  const judge = {
    ...{
      imports,
      files,
      employees: new EmployeesInMemory(),
      units: new UnitsInMemory(),
      clock: systemClock,
    },
    markFile: async function* () {
      yield new Uint8Array([1]);
    },
  };
  while (!isOver) {
    const waiting = await imports.ofAgency(instansiId, 9);
    for (const { id } of waiting.filter(({ state }) => state === "uploading"))
      await judgeImport(judge, id);
    await new Promise((go) => setTimeout(go, 50));
  }
  await run;
  return JSON.parse(printed.join("\n"));
}

async function applying(world: CloudUnderTest, importId: ImportId, refused: number) {
  const each = await world.imports.find(importId);
  if (!each?.judgement) throw new Error("It is not judged.");
  const { judgement } = each;
  const bulk = aBulk({ id: "blk_1", kind: "import", ...{ done: 2, unchanged: 0, refused } });
  const approvalId = `apr_${"0".repeat(26)}` as const;
  const asking = world.imports.asking({ ...each, judgement }, { mode: "all", approvalId });
  await writeTogether(world.db, [asking]);
  await writeTogether(world.db, [
    ...([world.imports.applying(importId, approvalId, bulk.id)] as const),
    world.bulks.starting(bulk),
  ]);
  const row = { ...importProblem({ row: 4, code: "own-record" }), nip: aNip(nipOf(2)), name: "X" };
  await noteRefused(world.files, judgement, { place: "1.000000.000000", refused: [row] });
  return bulk.id;
}

test("one object has what was found and what was applied; the same file goes on after a stop", async () => {
  const world = await aCloud();
  const none = { done: 0, unchanged: 0, refused: 0 };
  const first = await impor(world);
  const found = { rows: 3, new: 3, changed: 0, gone: 0, problems: [] };
  expect(first).toEqual({
    ...found,
    ...{ importId: expect.any(String), state: "judged", applied: none },
  });
  expect(await impor(world)).toEqual(first);

  const bulkId = await applying(world, first.importId, 1);
  expect(await impor(world)).toMatchObject({
    ...{ importId: first.importId, state: "applying" },
    applied: { done: 2, unchanged: 0, refused: 1 },
    problems: [{ row: 4, code: "own-record" }],
  });

  await world.bulks.stop(bulkId, { why: "asked", at: systemClock.now() });
  const again = await impor(world);
  expect(again).toMatchObject({ ...found, state: "judged", applied: none });
  expect(again.importId).not.toBe(first.importId);
  expect(await impor(world)).toEqual(again);
});

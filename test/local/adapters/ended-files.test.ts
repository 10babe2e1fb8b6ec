/** Files of ended requests on the embedded cloud: kept for as long as the setting says, then deleted (decision 0094). */
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { PersonFilesBucket } from "#shared/erasure/person-files-bucket.ts";
import { EvidenceBucket } from "#shared/evidence/evidence-bucket.ts";
import { areFilesGone, forgetFiles } from "#shared/request/ended-files.ts";
import { EndedFilesTable } from "#shared/request/ended-files-table.ts";
import type { Request } from "#shared/request/request.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { moveTo, type Requests } from "#shared/request/requests.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aRequest } from "../../support/requests.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();
let storage: ServicesUnderTest;
let s3: S3Client;
const Bucket = "evidence-of-requests";

beforeAll(async () => {
  storage = await startServices((context) => [
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  s3 = new S3Client({ ...storage.client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => storage.stop());

const person = "emp_siti";
const evidenceDays = 30;

async function setUp() {
  const table = await cloud.newTable("request-table");
  const audit = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  const clock = new FakeClock("2026-11-21T03:00:00.000Z");
  const kept = new EvidenceBucket(s3, Bucket);
  const requests: Requests = new RequestTable(cloud.db, table, audit);
  const api = {
    ...{ clock, evidenceDays, requests },
    endedFiles: new EndedFilesTable(cloud.db, table),
    files: new PersonFilesBucket(s3, Bucket, ["evidence"]),
  };
  const bring = async (...files: Request["files"]) => {
    for (const file of files)
      await kept.put(
        { employeeId: person, file },
        { type: "application/pdf", salt: "upl_1", bytes: Buffer.from("%PDF-1.7") },
      );
  };
  const file = async (fields: Partial<Request>) => {
    const sent = moveTo(undefined, aRequest({ person, ...fields }));
    await requests.save(sent);
    return sent.after;
  };
  const end = async (request: Request, state: Request["state"]) => {
    const { dueAt: _, ...rest } = request;
    await requests.save(moveTo(request, { ...rest, state, since: clock.now().toISOString() }));
  };
  const isThere = async (name: Request["files"][number]) =>
    (await kept.read({ employeeId: person, file: name })) !== undefined;
  return { ...api, bring, file, end, isThere };
}

test("they lie there until their days are over, also while nothing has ended; then they go, once", async () => {
  const { bring, file, end, isThere, ...api } = await setUp();
  await bring("evd_1", "evd_2");
  const request = await file({ id: "req_1", files: ["evd_1", "evd_2"] });
  api.clock.advance({ days: 100 });
  expect(await forgetFiles(api)).toBe(0);
  await end(request, "rejected");

  api.clock.advance({ days: evidenceDays, seconds: -1 });
  expect(await forgetFiles(api)).toBe(0);
  expect(await isThere("evd_1")).toBe(true);
  api.clock.advance({ seconds: 1 });
  expect(await forgetFiles(api)).toBe(1);
  expect([await isThere("evd_1"), await isThere("evd_2")]).toEqual([false, false]);
  expect(await forgetFiles(api)).toBe(0);
  const stays = await api.requests.find("req_1");
  expect(stays?.files).toEqual(["evd_1", "evd_2"]);
  expect(stays && areFilesGone(stays, evidenceDays, api.clock.now())).toBe(true);
});

test("a file that another request needs goes with that one", async () => {
  const { bring, file, end, isThere, ...api } = await setUp();
  await bring("evd_3", "evd_4");
  const first = await file({ id: "req_2", files: ["evd_3", "evd_4"] });
  await end(first, "withdrawn");
  api.clock.advance({ days: 10 });
  const second = await file({ id: "req_3", files: ["evd_4"] });
  api.clock.advance({ days: evidenceDays });
  await forgetFiles(api);
  expect([await isThere("evd_3"), await isThere("evd_4")]).toEqual([false, true]);

  await end(second, "approved");
  api.clock.advance({ days: evidenceDays });
  await forgetFiles(api);
  expect(await isThere("evd_4")).toBe(false);
});

test("without the setting they stay with the person's data", async () => {
  const { bring, file, end, isThere, ...api } = await setUp();
  await bring("evd_5");
  await end(await file({ id: "req_4", files: ["evd_5"] }), "approved");
  api.clock.advance({ days: 36_500 });

  expect(await forgetFiles({ ...api, evidenceDays: 0 })).toBe(0);
  expect(await isThere("evd_5")).toBe(true);
});

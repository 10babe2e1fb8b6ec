/** A history that is sealed and verified on the embedded cloud: the app's tables, a locked bucket, a key. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import {
  CreateBucketCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { HistoryFault } from "#shared/audit/history-fault.ts";
import { SealBucket } from "#shared/audit/seal-bucket.ts";
import { type Sealed, sealHistory } from "#shared/audit/seal-history.ts";
import { SealKey } from "#shared/audit/seal-key.ts";
import { StoredEntriesTable } from "#shared/audit/stored-entries-table.ts";
import { verifyHistory } from "#shared/audit/verify-history.ts";
import { WrittenEntriesTable } from "#shared/audit/written-entries-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { HistoryHeadTable } from "#shared/employee/history-head-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { createDynamodb } from "../../local/cloud/dynamodb/dynamodb-service.ts";
import { createKms } from "../../local/cloud/kms/kms-service.ts";
import { createS3 } from "../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../local/cloud/test/one-service.ts";
import { anEntry, aReading } from "./audit-table-contract.ts";
import { aNip, anEmployee } from "./builders.ts";
import { FakeClock } from "./fake-clock.ts";
import { newTable } from "./tables-of-the-app.ts";

export interface CloudOfHistory {
  readonly cloud: ServicesUnderTest;
  readonly dynamodb: DynamoDBClient;
  readonly db: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly kms: KMSClient;
}

/** Starts it for the tests of the file that calls this. */
export function historyCloudForThisFile(): { readonly here: CloudOfHistory } {
  let here: CloudOfHistory | undefined;
  beforeAll(async () => {
    here = await startHistoryCloud();
  });
  afterAll(() => here?.cloud.stop());
  return {
    get here() {
      if (!here) throw new Error("It is used before the first test.");
      return here;
    },
  };
}

export async function startHistoryCloud(): Promise<CloudOfHistory> {
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createKms(context),
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  const db = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  return { cloud, dynamodb, db, s3, kms: new KMSClient(cloud.client) };
}

let buckets = 0;

/** Empty tables, a bucket and a key, at half past ten. */
export async function newHistory({ dynamodb, db, s3, kms }: CloudOfHistory) {
  const clock = new FakeClock("2026-11-21T03:30:00.000Z");
  buckets += 1;
  const names = {
    AuditTable: await newTable(dynamodb, "audit-table"),
    EmployeeTable: await newTable(dynamodb, "employee-table"),
    SealBucket: `seals-${buckets}`,
    SealKey: await newKey(kms),
  };
  await newBucket(s3, names.SealBucket);
  const audit = new AuditTable(db, names.AuditTable, clock);
  const employees = new WritableEmployeeTable(db, names.EmployeeTable, {
    audit,
    changes: new OpenChangeTable(db, await newTable(dynamodb, "open-change-table")),
    markers: new MarkerTable(db, await newTable(dynamodb, "marker-table")),
  });
  const written = new WrittenEntriesTable(db, names.AuditTable);
  const seals = new SealBucket(s3, names.SealBucket);
  const signer = new SealKey(kms, names.SealKey);
  const entries = new StoredEntriesTable(db, names.AuditTable);
  const heads = new HistoryHeadTable(db, names.EmployeeTable);

  async function seal(most?: number): Promise<Sealed> {
    return await sealHistory({ written, seals, signer, clock }, most);
  }

  async function verify(about?: string) {
    const counts = { people: 0, chained: 0, before: 0, erased: 0, seals: 0, sealed: 0 };
    const check = {
      ...{ heads: () => heads.heads(), head: (id: string) => heads.head(id) },
      ...{ history: (id: string) => entries.history(id), keys: () => entries.keys() },
      ...{ entries, written, seals, publicKey: await signer.publicKey(), now: clock.now() },
    };
    const faults: HistoryFault[] = await Array.fromAsync(verifyHistory(check, { about, counts }));
    return { faults, counts };
  }

  /** As somebody who writes to the table by themselves. */
  async function alter(subjectId: string, revision: number, change: Record<string, unknown>) {
    const TableName = names.AuditTable;
    const { Item } = await db.send(new GetCommand({ TableName, Key: { subjectId, revision } }));
    await db.send(new PutCommand({ TableName, Item: { ...Item, ...change } }));
  }

  return { names, db, clock, audit, employees, written, seals, signer, seal, verify, alter };
}

export type SealedHistory = Awaited<ReturnType<typeof newHistory>>;

async function newKey(kms: KMSClient): Promise<string> {
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }),
  );
  return KeyMetadata?.KeyId ?? "";
}

async function newBucket(s3: S3Client, Bucket: string): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
  const DefaultRetention = { Mode: "GOVERNANCE", Days: 7 } as const;
  const ObjectLockConfiguration = {
    ObjectLockEnabled: "Enabled",
    Rule: { DefaultRetention },
  } as const;
  await s3.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
}

/** Registers somebody, and changes the golongan so often. */
async function tellLife(
  { employees, clock }: Pick<SealedHistory, "employees" | "clock">,
  employee: Employee,
  changes: number,
): Promise<void> {
  const entry: AuditEntry = anEntry({ subjectId: employee.id, revision: 1, action: "registered" });
  await employees.add(employee, entry);
  for (let i = 0; i < changes; i++) {
    const before = await employees.find(employee.id);
    if (!before) throw new Error("The record is not there.");
    const golongan = before.golongan === "III/a" ? "III/b" : "III/a";
    const actor = { role: "officer", id: "emp_budi" } as const;
    const told = { at: clock.now(), actor, action: "changed", reason: `SK ${i}/2026` } as const;
    const next = revise(before, { golongan }, told);
    if (next) await employees.save(next);
  }
}

/** Siti and Oka with five entries each, an event of an account, a reading; sealed in two hours. */
export async function sealedLives(cloud: CloudOfHistory): Promise<SealedHistory> {
  const history = await newHistory(cloud);
  const oka = {
    id: "emp_oka",
    nip: aNip("197205052009031906"),
    email: "oka@contoh.example",
  } as const;
  await tellLife(history, anEmployee(), 4);
  await history.audit.add(anEntry({ subjectId: "account#emp_siti", revision: 7, changes: [] }));
  history.clock.advance({ hours: 1 });
  await history.seal();
  await tellLife(history, anEmployee(oka), 4);
  await history.audit.noteReading(aReading());
  history.clock.advance({ hours: 1 });
  await history.seal();
  return history;
}

/** DynamoDB and S3 of the embedded cloud in this process, with an agency whose records an import is compared with. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { BatchWriteCommand, DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { toItem } from "#shared/employee/employee-item.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { judgeFile } from "#shared/import/judge-file.ts";
import type { ImportedPerson } from "#shared/import/judge-row.ts";
import { saidOf } from "#shared/import/judge-with-record.ts";
import { createDynamodb } from "../../local/cloud/dynamodb/dynamodb-service.ts";
import { createS3 } from "../../local/cloud/s3/s3-service.ts";
import { startServices } from "../../local/cloud/test/one-service.ts";
import { anEmployee } from "../../test/support/builders.ts";
import { newTable } from "../../test/support/tables-of-the-app.ts";
import { bulkId, type Places } from "./places.ts";

const nouns = [
  "employee",
  "marker",
  "audit",
  "open-change",
  "import",
  "account",
  "role",
  "unit",
  "agency",
] as const;

export type World = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld() {
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  const db = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  let imports = 0;
  return {
    stop: () => cloud.stop(),
    /** An agency of its own that has brought a file. Some of its people are there already, a third of them with another rank. */
    async bring(file: Uint8Array<ArrayBuffer>, path: string): Promise<Places> {
      imports += 1;
      const [bucket, importId] = [`imports-${imports}`, `imp_bench${imports}`] as const;
      await s3.send(new CreateBucketCommand({ Bucket: bucket }));
      const tables: Record<string, string> = {};
      for (const noun of nouns) tables[noun] = await newTable(dynamodb, `${noun}-table`);
      await storeRecords(db, tables, file);
      await new ImportTable(db, tables.import ?? "").add({
        ...{ id: importId, instansiId: "ins_contoh", instansi: "Pemerintah Kab. Contoh" },
        ...{ askedBy: "emp_bench", fileName: "pegawai", state: "uploading" },
        at: new Date().toISOString(),
      });
      await new ImportBucket(s3, bucket).putUpload(importId, file);
      return { client: cloud.client, tables, bucket, importId, path };
    },
    /** So that the same file is judged once more. */
    async rewind({ tables, importId }: Places): Promise<void> {
      await db.send(
        new UpdateCommand({
          ...{ TableName: tables.import, Key: { id: importId } },
          UpdateExpression: "SET #state = :uploading REMOVE judgement, begun",
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: { ":uploading": "uploading" },
        }),
      );
    },
    /** As the approval does it. */
    async approve({ tables, importId }: Places): Promise<void> {
      await db.send(
        new UpdateCommand({
          ...{ TableName: tables.import, Key: { id: importId } },
          UpdateExpression: "SET bulkId = :bulk, #state = :applying",
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: { ":bulk": bulkId, ":applying": "applying" },
        }),
      );
    },
  };
}

/** Every fourth has a record; of many, as many as are written in a minute. */
const mostRecords = 2_500;

async function storeRecords(
  db: DynamoDBDocumentClient,
  tables: Readonly<Record<string, string>>,
  file: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { employee = "", marker = "" } = tables;
  const markers = new MarkerTable(db, marker);
  const judged = await judgeFile(new Blob([file]), { year: 2026 });
  const every = Math.max(4, Math.ceil(judged.rows / mostRecords));
  for await (const { people } of judged.pages()) {
    const records = people.filter(({ row }) => row % every === 0).map(recordOf);
    const marks = records.flatMap((record) =>
      markers.moves(undefined, record).flatMap(({ write }) => write.Put?.Item ?? []),
    );
    const items = records.map((each) => toItem(each, { cardChanged: true, holderTold: false }));
    await putAll(db, employee, items);
    await putAll(db, marker, marks);
  }
}

function recordOf(person: ImportedPerson) {
  const { row, nip, kind } = person;
  const said = saidOf(person);
  const golongan = row % 3 === 0 ? "II/a" : said.golongan;
  return anEmployee({ ...said, id: `emp_bench${row}`, nip, kind, golongan });
}

/** BatchWriteItem's most. */
const mostInBatch = 25;

async function putAll(
  db: DynamoDBDocumentClient,
  table: string,
  items: readonly Record<string, unknown>[],
): Promise<void> {
  for (let start = 0; start < items.length; start += mostInBatch) {
    const some = items.slice(start, start + mostInBatch);
    const RequestItems = { [table]: some.map((Item) => ({ PutRequest: { Item } })) };
    await db.send(new BatchWriteCommand({ RequestItems }));
  }
}

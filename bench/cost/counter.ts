/** Counts what the product asks of the embedded cloud, in the units that AWS charges. */
import { readdirSync } from "node:fs";
import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Cloud } from "../../local/cloud/cloud.ts";
import type { Call } from "../../local/cloud/kernel/service.ts";
import type { LogLine } from "../../local/cloud/lambda/function-log.ts";
import { type Indexes, tableUnits } from "./table-units.ts";
import { type Counts, sum, type Unit } from "./units.ts";

/** Of S3's operations: what is charged as a write; reading is GetObject and HeadObject; deleting is free. */
const s3Writes = new Set(["PutObject", "PostObject", "CopyObject", "ListObjectsV2"]);
const s3Reads = new Set(["GetObject", "HeadObject"]);
/** Of what CloudTrail calls data events of objects. */
const readEvents = new Set([...s3Reads, "ListObjectsV2"]);
const writeEvents = new Set(["PutObject", "PostObject", "CopyObject", "DeleteObject"]);

/**
 * Memory and time of an invocation: assumed, because this machine's times say little of Lambda's. Time in seconds; card-renderer
 * from `npm run bench -- issue`, its work and 0.2 s of waiting for AWS.
 */
const seconds: Readonly<Record<string, number>> = {
  "card-renderer": 0.24,
  "photo-intake": 1.5,
  "unit-printer": 10,
  "list-exporter": 10,
  reconciler: 1,
  calendar: 1,
  "history-sealer": 1,
  "leaver-eraser": 1,
  "status-publisher": 1,
};
const otherwise = 0.06;
/** A message is sent, received and deleted; Lambda receives and deletes for us. */
const requestsPerMessage = 3;

/** A line of the API's access log (infra/constructs/api.ts). */
const accessLine = z.looseObject({ bytes: z.coerce.number() });

/** What CloudTrail makes of a call: its data event, or nothing (infra/resources/access-trail.ts). */
function recordOf({ service, operation, bucket = "", caller = "" }: Call): Unit | undefined {
  if (service !== "s3") return undefined;
  const [isFile, isSeal] = [/^kartu-data-/, /^kartu-service-sealbucket/].map((name) =>
    name.test(bucket),
  );
  const isDrawn = caller.includes("cardrenderer");
  if (readEvents.has(operation) && isFile) return "recordedReads";
  if (writeEvents.has(operation) && ((isFile && !isDrawn) || isSeal)) return "recordedWrites";
  return undefined;
}

export class Counter {
  readonly #functions = readdirSync("functions").filter((name) => !name.includes("."));
  #cloud: Cloud | undefined;
  #indexes: Indexes = new Map();
  #counts: Counts[] = [];
  #mails = 0;

  readonly onCall = (call: Call): void => {
    const { service, operation, input } = call;
    if (service === "dynamodb" && this.#cloud) {
      const { reads, writes } = tableUnits(operation, input, this.#indexes);
      this.#counts.push({ readUnits: reads, writeUnits: writes });
    }
    if (service === "kms") this.#add(operation === "Sign" ? "kmsSignatures" : "kmsRequests");
    if (service === "s3" && s3Writes.has(operation)) this.#add("s3Writes");
    if (service === "s3" && s3Reads.has(operation)) this.#add("s3Reads");
    const record = recordOf(call);
    if (record) this.#add(record);
    if (operation === "PostObject") this.#add("sqsRequests", requestsPerMessage);
    if (operation.startsWith("SendMessage")) this.#add("sqsRequests", requestsPerMessage);
  };

  readonly onLogLine = ({ functionName, text }: LogLine): void => {
    this.#add("logBytes", text.length);
    const name = this.#functions.find((each) => functionName.includes(each.replaceAll("-", "")));
    if (!name) {
      this.#add("apiRequests");
      this.#add("answerBytes", accessLine.parse(JSON.parse(text)).bytes);
    } else if (text.includes('"platform.report"') && this.#cloud) {
      const memory = this.#cloud.services.functions.named(functionName).definition.memoryMegabytes;
      this.#add("invocations");
      this.#add("gbSeconds", (memory / 1024) * (seconds[name] ?? otherwise));
    }
  };

  /** Begins to count tables: before, their indexes are not known. */
  async look(cloud: Cloud): Promise<void> {
    const client = new DynamoDBClient(cloud.client);
    const { TableNames = [] } = await client.send(new ListTablesCommand());
    const tables = await Promise.all(
      TableNames.map((TableName) => client.send(new DescribeTableCommand({ TableName }))),
    );
    client.destroy();
    this.#indexes = new Map(
      tables.map(({ Table }) => [
        Table?.TableName ?? "",
        (Table?.GlobalSecondaryIndexes ?? []).map(({ KeySchema = [] }) =>
          KeySchema.map(({ AttributeName = "" }) => AttributeName),
        ),
      ]),
    );
    this.#cloud = cloud;
    this.take();
  }

  /** What was counted since it was taken last. */
  take(): Counts {
    const mails = this.#cloud?.mails().length ?? 0;
    const counted = sum([...this.#counts, { mails: mails - this.#mails }]);
    this.#mails = mails;
    this.#counts = [];
    return counted;
  }

  #add(unit: Unit, count = 1): void {
    this.#counts.push({ [unit]: count });
  }
}

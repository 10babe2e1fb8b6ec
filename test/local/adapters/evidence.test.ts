/** The bucket of decrees' files on the embedded cloud: what forms and links allow. */
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { EvidenceBucket } from "#shared/evidence/evidence-bucket.ts";
import { mostEvidenceBytes } from "#shared/evidence/evidence-limits.ts";
import { AwsError, type CloudContext } from "../../../local/cloud/kernel/service.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { postSlowly, secondsAt } from "../../../local/cloud/test/s3/post-slowly.ts";
import { evidenceBucketContract } from "../../support/evidence-bucket-contract.ts";

let cloud: ServicesUnderTest;
let s3: S3Client;
let buckets = 0;
let mayList = true;

function withoutListing(context: CloudContext): CloudContext {
  const authorize: CloudContext["authorize"] = (caller, action, ...rest) => {
    if (action === "s3:ListBucket" && !mayList)
      throw new AwsError("AccessDenied", "not authorized", { status: 403 });
    context.authorize(caller, action, ...rest);
  };
  return { ...context, authorize };
}

afterEach(() => {
  mayList = true;
});

beforeAll(async () => {
  cloud = await startServices((context) => [
    createS3(withoutListing(context), {
      ...{ onEvent: () => undefined, requireKey: () => undefined },
      // The stricter of the two: what arrives so arrives also where only the beginning counts.
      endsLateForms: true,
    }),
  ]);
  s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
});

afterAll(() => cloud.stop());

async function newBucket(): Promise<EvidenceBucket> {
  buckets += 1;
  const Bucket = `evidence-${buckets}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  return new EvidenceBucket(s3, Bucket);
}

type UploadName = Parameters<EvidenceBucket["uploadForm"]>[0];

async function post(bucket: EvidenceBucket, name: UploadName, bytes: Buffer): Promise<Response> {
  const { url, fields } = await bucket.uploadForm(name);
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([new Uint8Array(bytes)]));
  return await fetch(url, { method: "POST", body: form });
}

describe("EvidenceBucket", () => {
  evidenceBucketContract(async () => {
    const bucket = await newBucket();
    return { bucket, send: async (name, bytes) => void (await post(bucket, name, bytes)) };
  });

  test("who may not list the bucket reads of a missing attachment that it is not there, of a missing paper nothing", async () => {
    const bucket = await newBucket();
    const lost = { instansiId: "ins_contoh", file: "evd_1" } as const;
    mayList = false;

    expect(await bucket.read(lost)).toBeUndefined();
    const paper = bucket.read({ employeeId: "emp_siti", file: "evd_1" });
    await expect(paper).rejects.toMatchObject({ name: "AccessDenied" });
  });

  test("a form takes no file of more than 2 MB, and none without a byte", async () => {
    const bucket = await newBucket();
    const name = { employeeId: "emp_siti", upload: "upl_1" } as const;

    expect((await post(bucket, name, Buffer.alloc(mostEvidenceBytes + 1))).ok).toBe(false);
    expect((await post(bucket, name, Buffer.alloc(0))).ok).toBe(false);
    expect((await post(bucket, name, Buffer.alloc(mostEvidenceBytes))).ok).toBe(true);
  });

  test("a link downloads the file under a fixed name and type, and lets nobody keep it", async () => {
    const bucket = await newBucket();
    const name = { employeeId: "emp_siti", file: "evd_1" } as const;
    const bytes = Buffer.from("<script>");
    await bucket.put(name, { type: "application/pdf", salt: "upl_1", bytes });
    const answer = await fetch(await bucket.link(name, "application/pdf"));

    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="berkas-bukti.pdf"',
      "cache-control": "private, no-store",
    });
  });

  test("the largest file arrives over 50 kbit/s while its form lives, also where it is looked at in the end", async () => {
    const bucket = await newBucket();
    const form = await bucket.uploadForm({ employeeId: "emp_siti", upload: "upl_1" });
    const file = new Blob([Buffer.alloc(mostEvidenceBytes, 7)]);
    const meanwhile = () => cloud.clock.advance(1000 * secondsAt(mostEvidenceBytes, 50));

    expect((await postSlowly({ ...form, file, meanwhile })).status).toBe(204);
  });
});

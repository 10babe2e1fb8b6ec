import { PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, test } from "vitest";
import { EvidenceBucket } from "#shared/evidence/evidence-bucket.ts";

const client = new S3Client();
const s3 = mockClient(client);
const bucket = new EvidenceBucket(client, "evidence");
const name = { employeeId: "emp_siti", file: "evd_1" } as const;
const stored = { type: "application/pdf", salt: "upl_1", bytes: Buffer.from("%PDF-1.4") } as const;
const refusal = (code: string) =>
  new S3ServiceException({ name: code, $fault: "client", $metadata: {} });

beforeEach(() => {
  s3.reset();
});

test("who keeps the same file at the same moment is told to try again, and does", async () => {
  s3.on(PutObjectCommand)
    .rejectsOnce(refusal("ConditionalRequestConflict"))
    .rejects(refusal("PreconditionFailed"));

  await bucket.put(name, stored);
  expect(s3.commandCalls(PutObjectCommand)).toHaveLength(2);
});

test("a file that could not be kept is not taken for kept", async () => {
  for (const code of ["ConditionalRequestConflict", "AccessDenied"]) {
    s3.on(PutObjectCommand).rejects(refusal(code));
    await expect(bucket.put(name, stored)).rejects.toThrow(S3ServiceException);
  }
});

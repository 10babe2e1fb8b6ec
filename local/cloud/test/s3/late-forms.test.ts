/** AWS's documents do not say whether a form has to be valid when the upload begins or when its file has arrived: both can be had. */
import { CreateBucketCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { expect, test } from "vitest";
import { postSlowly } from "./post-slowly.ts";
import { startS3 } from "./s3-under-test.ts";

const Bucket = "uploads";

/** The form is over while its file comes. @returns the answer, and how many objects there are then */
async function sentTooLate(options: { readonly endsLateForms?: boolean }) {
  const cloud = await startS3(options);
  await cloud.s3.send(new CreateBucketCommand({ Bucket }));
  const form = await createPresignedPost(cloud.s3, { Bucket, Key: "photo", Expires: 60 });
  const meanwhile = () => cloud.clock.advance(61_000);
  const answer = await postSlowly({ ...form, file: new Blob(["x".repeat(1000)]), meanwhile });
  const told = { status: answer.status, text: await answer.text() };
  const { KeyCount } = await cloud.s3.send(new ListObjectsV2Command({ Bucket }));
  await cloud.stop();
  return { ...told, objects: KeyCount };
}

test("a form that is valid when the upload begins is taken", async () => {
  expect(await sentTooLate({})).toMatchObject({ status: 204, objects: 1 });
});

test("where it has to be valid to the end it is refused, and nothing is stored", async () => {
  const late = await sentTooLate({ endsLateForms: true });
  expect(late).toMatchObject({ status: 403, objects: 0 });
  expect(late.text).toContain("Policy expired");
});

import {
  DeleteBucketCorsCommand,
  GetBucketCorsCommand,
  PutBucketCorsCommand,
} from "@aws-sdk/client-s3";
import { beforeEach, expect, test } from "vitest";
import { s3ForThisFile } from "./s3-for-this-file.ts";
import { errorCode } from "./s3-under-test.ts";

const { cloud } = s3ForThisFile();
let Bucket: string;

const origin = "https://app.example.com";
beforeEach(async () => {
  Bucket = await cloud.newBucket();
  const CORSRules = [
    {
      AllowedOrigins: ["https://*.example.com"],
      AllowedMethods: ["PUT", "GET"],
      AllowedHeaders: ["Content-*"],
      ExposeHeaders: ["ETag"],
      MaxAgeSeconds: 60,
    },
  ];
  await cloud.s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
  const got = await cloud.s3.send(new GetBucketCorsCommand({ Bucket }));
  expect(got.CORSRules).toEqual(CORSRules);
});
const ask = async (headers: Record<string, string>) => {
  const url = `${cloud.endpoint}/${Bucket}/x`;
  const response = await fetch(url, { method: "OPTIONS", headers });
  return { response, code: errorCode(await response.text()) };
};
const question = (from: string, method: string, headers = "content-type") => ({
  origin: from,
  "access-control-request-method": method,
  "access-control-request-headers": headers,
});

test("what a rule allows is allowed", async () => {
  const { response } = await ask(question(origin, "PUT"));
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "PUT, GET",
    "access-control-allow-headers": "content-type",
    "access-control-expose-headers": "ETag",
    "access-control-max-age": "60",
  });
});

test.each([
  ["another origin", question("https://example.org", "PUT")],
  ["an origin that only looks alike", question("https://app.example.com.evil.org", "PUT")],
  ["another method", question(origin, "DELETE")],
  ["another header", question(origin, "PUT", "content-type,x-amz-acl")],
])("%s is not", async (_, headers) => {
  const { response, code } = await ask(headers);
  expect(response.status).toBe(403);
  expect(code).toBe("AccessForbidden");
});

test("the answer itself, even a refusal, can be read by the page that is allowed", async () => {
  const read = (from: string) =>
    fetch(`${cloud.endpoint}/${Bucket}/x`, { headers: { origin: from } });
  const allowed = await read(origin);
  expect(allowed.status).toBe(403);
  expect(allowed.headers.get("access-control-allow-origin")).toBe(origin);
  const other = await read("https://example.org");
  expect(other.headers.get("access-control-allow-origin")).toBeNull();
});

test("without rules nothing is", async () => {
  await cloud.s3.send(new DeleteBucketCorsCommand({ Bucket }));
  expect((await ask(question(origin, "PUT"))).code).toBe("AccessForbidden");
});

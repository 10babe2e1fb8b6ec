import { createHash, createHmac } from "node:crypto";
import { request } from "node:http";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { beforeAll, describe, expect, test } from "vitest";
import { signingKey } from "../../kernel/sigv4.ts";
import { s3ForThisFile } from "./s3-for-this-file.ts";
import { errorCode } from "./s3-under-test.ts";

const { cloud, Bucket } = s3ForThisFile();

beforeAll(async () => {
  await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "seen", Body: "hello" }));
});

const text = async (Key: string) =>
  (await cloud.s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
const signGet = (Key: string, expiresIn = 60) =>
  getSignedUrl(cloud.s3, new GetObjectCommand({ Bucket, Key }), { expiresIn });
const signPut = (Key: string, ContentType = "application/pdf") =>
  getSignedUrl(cloud.s3, new PutObjectCommand({ Bucket, Key, ContentType }), {
    expiresIn: 60,
    signableHeaders: new Set(["content-type"]),
  });
async function refusal(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init);
  return { status: response.status, code: errorCode(await response.text()) };
}

test("nobody reads without a signature", async () => {
  expect(await refusal(`${cloud.endpoint}/${Bucket}/seen`)).toEqual({
    status: 403,
    code: "AccessDenied",
  });
  expect(await refusal(`${cloud.endpoint}/`)).toMatchObject({ code: "AccessDenied" });
});

test("a wrong secret and an unknown key are refused", async () => {
  const withCredentials = (credentials: { accessKeyId: string; secretAccessKey: string }) =>
    new S3Client({ ...cloud.client, forcePathStyle: true, credentials }).send(
      new GetObjectCommand({ Bucket, Key: "seen" }),
    );
  const { accessKeyId } = cloud.client.credentials;
  await expect(withCredentials({ accessKeyId, secretAccessKey: "wrong" })).rejects.toMatchObject({
    name: "SignatureDoesNotMatch",
  });
  await expect(
    withCredentials({ accessKeyId: "NOBODY", secretAccessKey: "x" }),
  ).rejects.toMatchObject({ name: "InvalidAccessKeyId" });
});

test("what is signed for another region is refused", async () => {
  const elsewhere = new S3Client({ ...cloud.client, forcePathStyle: true, region: "eu-west-1" });
  const command = new GetObjectCommand({ Bucket, Key: "seen" });
  await expect(elsewhere.send(command)).rejects.toMatchObject({
    name: "AuthorizationHeaderMalformed",
    Region: "ap-southeast-3",
  });
  const url = await getSignedUrl(elsewhere, command, { expiresIn: 60 });
  expect(await refusal(url)).toEqual({ status: 400, code: "AuthorizationQueryParametersError" });
});

describe("presigned", () => {
  test("a link reads, with the headers it was signed for", async () => {
    const command = new GetObjectCommand({
      ...{ Bucket, Key: "seen", ResponseContentType: "text/x" },
      ResponseContentDisposition: 'attachment; filename="z.pdf"',
    });
    const response = await fetch(await getSignedUrl(cloud.s3, command, { expiresIn: 60 }));
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="z.pdf"');
    expect(response.headers.get("content-type")).toBe("text/x");
    expect(await response.text()).toBe("hello");
  });

  test("a link writes what it was signed for, and nothing else", async () => {
    const url = await signPut("put/1.pdf");
    const upload = (target: string, type: string, headers = {}) =>
      refusal(target, {
        method: "PUT",
        body: "pdf",
        headers: { "content-type": type, ...headers },
      });
    expect(await upload(url, "application/pdf")).toMatchObject({ status: 200 });
    expect(await text("put/1.pdf")).toBe("pdf");

    const mismatch = { status: 403, code: "SignatureDoesNotMatch" };
    expect(await upload(url, "text/html")).toEqual(mismatch);
    expect(await upload(url.replace("1.pdf", "2.pdf"), "application/pdf")).toEqual(mismatch);
    expect(await upload(url.replace("Expires=60", "Expires=600"), "application/pdf")).toEqual(
      mismatch,
    );
    expect(await refusal(url, { method: "DELETE" })).toEqual(mismatch);
    // An unsigned header that would steer S3.
    const smuggled = { "x-amz-meta-smuggled": "1" };
    expect(await upload(url, "application/pdf", smuggled)).toEqual({
      status: 403,
      code: "AccessDenied",
    });
  });

  test("metadata travel in the link", async () => {
    const command = new PutObjectCommand({ Bucket, Key: "put/meta", Metadata: { who: "x1" } });
    const url = await getSignedUrl(cloud.s3, command, { expiresIn: 60 });
    await fetch(url, { method: "PUT", body: "x" });
    const { Metadata } = await cloud.s3.send(new GetObjectCommand({ Bucket, Key: "put/meta" }));
    expect(Metadata).toEqual({ who: "x1" });
  });

  test("a link ends when the cloud's clock says so", async () => {
    const url = await signGet("seen");
    cloud.clock.advance(59_000);
    const inTime = await fetch(url);
    cloud.clock.advance(2000);
    const late = await refusal(url);
    cloud.clock.advance(-61_000);
    expect(inTime.status).toBe(200);
    expect(late).toEqual({ status: 403, code: "AccessDenied" });
  });

  test("a link of tomorrow is refused today", async () => {
    const signingDate = new Date(Date.now() + 86_400_000);
    const command = new GetObjectCommand({ Bucket, Key: "seen" });
    const url = await getSignedUrl(cloud.s3, command, { expiresIn: 60, signingDate });
    expect(await refusal(url)).toEqual({ status: 403, code: "AccessDenied" });
  });

  test("a link for longer than a week is refused", async () => {
    const url = (await signGet("seen")).replace("Expires=60", "Expires=604801");
    expect(await refusal(url)).toMatchObject({ code: "AuthorizationQueryParametersError" });
  });
});

test("a client learns the cloud's time from the answers", async () => {
  cloud.clock.advance(3_600_000);
  const client = cloud.clientAt(0);
  const read = () => client.send(new GetObjectCommand({ Bucket, Key: "seen" }));
  await expect(read()).rejects.toMatchObject({ name: "RequestTimeTooSkewed" });
  await expect(read()).resolves.toBeDefined();
  cloud.clock.advance(-3_600_000);
});

describe("a body in signed chunks", () => {
  const chunks = ["a".repeat(70_000), "b".repeat(10), ""];

  test("is stored", async () => {
    expect(await sendChunks("chunked", chunks)).toMatchObject({ status: 200 });
    expect(await text("chunked")).toBe(chunks.join(""));
  });

  test("is refused when a chunk is not what was signed", async () => {
    const answer = await sendChunks("forged", chunks, (body) => body.replace("\r\naaa", "\r\naXa"));
    expect(answer).toEqual({ status: 403, code: "SignatureDoesNotMatch" });
    await expect(text("forged")).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  test("is refused when a chunk is left out", async () => {
    const drop = (body: string) => body.replace(/a;chunk-signature=\w+\r\nb+\r\n/, "");
    const answer = await sendChunks("shorter", chunks, drop);
    expect(answer).toEqual({ status: 403, code: "SignatureDoesNotMatch" });
  });

  test("is refused when it is shorter than announced", async () => {
    const answer = await sendChunks("short", chunks, (body) => body, 80_000);
    expect(answer).toMatchObject({ status: 400, code: "IncompleteBody" });
  });
});

test("a body that is not the one that was hashed is refused", async () => {
  const payload = createHash("sha256").update("right").digest("hex");
  const answer = await sendSigned("hashed", payload, {}, () => "wrong");
  expect(answer).toEqual({ status: 400, code: "XAmzContentSHA256Mismatch" });
});

/** STREAMING-AWS4-HMAC-SHA256-PAYLOAD by hand: the SDK for JavaScript signs no chunks. */
function sendChunks(
  key: string,
  chunks: readonly string[],
  forge: (body: string) => string = (body) => body,
  length = chunks.join("").length,
) {
  const headers = {
    "content-encoding": "aws-chunked",
    "x-amz-decoded-content-length": String(length),
  };
  return sendSigned(key, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", headers, (sign, seed) => {
    let previous = seed;
    const encoded = chunks.map((chunk) => {
      previous = sign(["AWS4-HMAC-SHA256-PAYLOAD", previous, sha256(""), sha256(chunk)]);
      return `${chunk.length.toString(16)};chunk-signature=${previous}\r\n${chunk}\r\n`;
    });
    return forge(encoded.join(""));
  });
}

async function sendSigned(
  key: string,
  payload: string,
  more: Record<string, string>,
  body: (sign: (parts: [string, string, string, string]) => string, seed: string) => string,
) {
  const { region, credentials } = cloud.client;
  const { host } = new URL(cloud.endpoint);
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  const signing = signingKey(credentials.secretAccessKey, date.slice(0, 8), region, "s3");
  const hmac = (text: string) => createHmac("sha256", signing).update(text).digest("hex");
  const headers: Record<string, string> = {
    ...more,
    ...{ host, "x-amz-content-sha256": payload, "x-amz-date": date },
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}`);
  const path = `/${Bucket}/${key}`;
  const canonical = ["PUT", path, "", ...lines, "", names.join(";"), payload].join("\n");
  const seed = hmac(["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n"));
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${seed}`;
  const content = body(
    ([algorithm, ...parts]) => hmac([algorithm, date, scope, ...parts].join("\n")),
    seed,
  );
  return new Promise<{ status: number | undefined; code: string | undefined }>(
    (resolve, reject) => {
      const call = request(
        `${cloud.endpoint}${path}`,
        {
          method: "PUT",
          headers: { ...headers, authorization, "content-length": Buffer.byteLength(content) },
        },
        async (response) => {
          const answer = await response.setEncoding("utf8").toArray();
          resolve({ status: response.statusCode, code: errorCode(answer.join("")) });
        },
      );
      call.on("error", reject);
      call.end(content);
    },
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

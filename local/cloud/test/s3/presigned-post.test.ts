import { createHmac } from "node:crypto";
import { GetObjectCommand, GetObjectTaggingCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { describe, expect, test } from "vitest";
import { signingKey } from "../../kernel/sigv4.ts";
import { checkPolicy } from "../../s3/post-policy.ts";
import { s3ForThisFile } from "./s3-for-this-file.ts";
import { errorCode } from "./s3-under-test.ts";

const { cloud, Bucket } = s3ForThisFile();

type Conditions = NonNullable<Parameters<typeof createPresignedPost>[1]["Conditions"]>;
const conditions: Conditions = [
  ["content-length-range", 1, 100],
  ["eq", "$Content-Type", "image/jpeg"],
  ["starts-with", "$key", "incoming/"],
];
const presign = (Key: string, Fields: Record<string, string> = {}, more: Conditions = []) =>
  createPresignedPost(cloud.s3, {
    ...{ Bucket, Key, Expires: 60, Conditions: [...conditions, ...more] },
    Fields: { "Content-Type": "image/jpeg", ...Fields },
  });

interface Upload {
  readonly url?: string;
  readonly fields: Record<string, string>;
  readonly file?: string;
  readonly filename?: string;
  readonly after?: Record<string, string>;
}

async function post({ url, fields, file = "jpeg", filename = "me.jpg", after = {} }: Upload) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([file]), filename);
  for (const [name, value] of Object.entries(after)) form.append(name, value);
  const response = await fetch(url ?? `${cloud.endpoint}/${Bucket}`, {
    ...{ method: "POST", body: form, redirect: "manual" },
  });
  const body = await response.text();
  return { status: response.status, headers: response.headers, body, code: errorCode(body) };
}

const stored = async (Key: string) =>
  (await cloud.s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

test("a form with a signed policy is stored with what it says", async () => {
  const signed = await presign("incoming/1.jpg", { "x-amz-meta-case": "c7" });
  const answer = await post(signed);

  expect(answer.status).toBe(204);
  expect(await stored("incoming/1.jpg")).toBe("jpeg");
  const head = await cloud.s3.send(new HeadObjectCommand({ Bucket, Key: "incoming/1.jpg" }));
  expect(head).toMatchObject({ ContentType: "image/jpeg", Metadata: { case: "c7" } });
  expect(cloud.events.at(-1)).toMatchObject({
    eventName: "ObjectCreated:Post",
    s3: { object: { key: "incoming/1.jpg", size: 4 } },
  });
});

test("the file's name stands for S3's variable", async () => {
  const variable = "$" + "{filename}";
  const answer = await post({
    ...(await presign(`incoming/${variable}`)),
    filename: "C:\\photos\\foto saya $&.jpg",
  });
  expect(answer.status).toBe(204);
  expect(await stored("incoming/foto saya $&.jpg")).toBe("jpeg");
});

test("a form carries tags as a document", async () => {
  const tagging =
    "<Tagging><TagSet><Tag><Key>a b</Key><Value>1&amp;2</Value></Tag></TagSet></Tagging>";
  expect((await post(await presign("incoming/tagged", { tagging }))).status).toBe(204);
  const { TagSet } = await cloud.s3.send(
    new GetObjectTaggingCommand({ Bucket, Key: "incoming/tagged" }),
  );
  expect(TagSet).toEqual([{ Key: "a b", Value: "1&2" }]);
});

test("the form chooses the answer: 200, 201 with a document, a redirect", async () => {
  const ok = await post(await presign("incoming/2", { success_action_status: "200" }));
  expect(ok.status).toBe(200);
  const created = await post(await presign("incoming/3", { success_action_status: "201" }));
  expect(created.status).toBe(201);
  expect(created.body).toContain("<Key>incoming/3</Key>");
  const redirect = "https://example.com/done?x=1";
  const moved = await post(await presign("incoming/4", { success_action_redirect: redirect }));
  expect(moved.status).toBe(303);
  const location = new URL(moved.headers.get("location") ?? "");
  expect(Object.fromEntries(location.searchParams)).toMatchObject({
    x: "1",
    bucket: Bucket,
    key: "incoming/4",
  });
});

describe("refused", () => {
  const cases: [string, string, (signed: Upload) => Upload][] = [
    ["another key", "AccessDenied", change({ key: "incoming/other" })],
    ["another content type", "AccessDenied", change({ "Content-Type": "text/html" })],
    ["other metadata", "AccessDenied", change({ "x-amz-meta-case": "c8" })],
    ["a field the policy does not have", "AccessDenied", change({ "x-amz-meta-more": "1" })],
    ["a wrong signature", "SignatureDoesNotMatch", change({ "X-Amz-Signature": "0".repeat(64) })],
    ["no signature", "InvalidArgument", without("X-Amz-Signature")],
    ["no policy", "AccessDenied", without("Policy")],
    ["no key", "InvalidArgument", without("key")],
    ["a policy nobody signed", "SignatureDoesNotMatch", change({ Policy: "e30=" })],
    ["a key id nobody has", "InvalidAccessKeyId", changeCredential(/^[^/]+/, "NOBODY")],
    ["another region", "InvalidArgument", changeCredential("ap-southeast-3", "eu-west-1")],
    ["another algorithm", "InvalidArgument", change({ "X-Amz-Algorithm": "AWS4-NONE" })],
    ["another bucket", "InvalidArgument", change({ bucket: "elsewhere" })],
    [
      "a file that is too large",
      "EntityTooLarge",
      (signed) => ({ ...signed, file: "x".repeat(101) }),
    ],
    ["an empty file", "EntityTooSmall", (signed) => ({ ...signed, file: "" })],
    ["a missing field", "AccessDenied", without("Content-Type")],
  ];

  test.each(cases)("%s: %s", async (_, code, mutate) => {
    const key = "incoming/mutated";
    const signed = await presign(key, { "x-amz-meta-case": "c7" });
    const answer = await post(mutate(signed));

    expect(answer.code).toBe(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await expect(stored(key)).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  test("a form sent to another bucket", async () => {
    const other = await cloud.newBucket();
    const { fields } = await presign("incoming/5");
    const url = `${cloud.endpoint}/${other}`;
    expect((await post({ url, fields })).code).toBe("InvalidArgument");
    const { bucket: _, ...withoutBucket } = fields;
    expect((await post({ url, fields: withoutBucket })).code).toBe("AccessDenied");
  });

  test("a file far too large, before its end, and the connection goes on", async () => {
    const signed = await presign("incoming/huge");
    const answer = await post({ ...signed, file: "x".repeat(8_000_000) });
    expect(answer.code).toBe("EntityTooLarge");
    expect((await post(signed)).status).toBe(204);
  });

  test("a field twice", async () => {
    const { fields } = await presign("incoming/6");
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("KEY", "incoming/elsewhere");
    form.append("file", new Blob(["x"]));
    const response = await fetch(`${cloud.endpoint}/${Bucket}`, { method: "POST", body: form });
    expect(errorCode(await response.text())).toBe("InvalidArgument");
  });

  test("a form without a file", async () => {
    const form = new FormData();
    const { fields } = await presign("incoming/7");
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const response = await fetch(`${cloud.endpoint}/${Bucket}`, { method: "POST", body: form });
    expect(errorCode(await response.text())).toBe("InvalidArgument");
  });

  test("a policy that expired by the cloud's clock", async () => {
    const signed = await presign("incoming/8");
    cloud.clock.advance(61_000);
    const late = await post(signed);
    cloud.clock.advance(-61_000);
    expect(late).toMatchObject({ status: 403, code: "AccessDenied" });
    expect(late.body).toContain("Policy expired");
    expect((await post(signed)).status).toBe(204);
  });

  test.each(["2030-01-01", "Tue, 01 Jan 2030 00:00:00 GMT", "2030-01-01T00:00:00+07:00"])(
    "a policy that expires at %s, which is not the time's form",
    (expiration) => {
      const policy = Buffer.from(JSON.stringify({ expiration, conditions: [] })).toString("base64");
      const check = () => checkPolicy(new Map([["policy", policy]]), 0);
      expect(check).toThrow(`Invalid 'expiration' value: '${expiration}'`);
    },
  );

  test("a condition that is not understood", async () => {
    const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const day = now.slice(0, 8);
    const document = {
      expiration: new Date(Date.now() + 60_000).toISOString(),
      conditions: [["ends-with", "$key", "x"]],
    };
    const { region, credentials } = cloud.client;
    const policy = Buffer.from(JSON.stringify(document)).toString("base64");
    const key = signingKey(credentials.secretAccessKey, day, region, "s3");
    const fields = {
      ...{ key: "x", policy, "x-amz-algorithm": "AWS4-HMAC-SHA256", "x-amz-date": now },
      "x-amz-credential": `${credentials.accessKeyId}/${day}/${region}/s3/aws4_request`,
      "x-amz-signature": createHmac("sha256", key).update(policy).digest("hex"),
    };
    expect((await post({ fields })).code).toBe("InvalidPolicyDocument");
  });
});

test("fields behind the file are ignored", async () => {
  const signed = await presign("incoming/9");
  const answer = await post({ ...signed, after: { "x-amz-meta-late": "1" } });
  expect(answer.status).toBe(204);
  const { Metadata } = await cloud.s3.send(new HeadObjectCommand({ Bucket, Key: "incoming/9" }));
  expect(Metadata).toEqual({});
});

test("bytes that look like the boundary are part of the file", async () => {
  const { fields } = await presign("incoming/10");
  const file = "a\r\n--boundar\r\n--boundary_\r\n-";
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--boundary-1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const filePart = `--boundary-1\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n${file}\r\n--boundary-1--\r\n`;
  const response = await fetch(`${cloud.endpoint}/${Bucket}`, {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=boundary-1" },
    body: parts.join("") + filePart,
  });
  expect(response.status).toBe(204);
  expect(await stored("incoming/10")).toBe(file);
});

function change(fields: Record<string, string>) {
  return (signed: Upload): Upload => ({ ...signed, fields: { ...signed.fields, ...fields } });
}

function without(name: string) {
  return (signed: Upload): Upload => {
    const { [name]: _, ...fields } = signed.fields;
    return { ...signed, fields };
  };
}

function changeCredential(from: string | RegExp, to: string) {
  return (signed: Upload): Upload => {
    const credential = signed.fields["X-Amz-Credential"] ?? "";
    return change({ "X-Amz-Credential": credential.replace(from, to) })(signed);
  };
}

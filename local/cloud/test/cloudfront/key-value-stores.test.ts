import { lookup } from "node:dns";
import { Agent } from "node:http";
import {
  CloudFrontKeyValueStoreClient,
  DeleteKeyCommand,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
} from "@aws-sdk/client-cloudfront-keyvaluestore";
import "@aws-sdk/signature-v4a";
import { afterAll, expect, test } from "vitest";
import { createKeyValueStoreService } from "../../cloudfront/key-value-store-service.ts";
import { KeyValueStores } from "../../cloudfront/key-value-stores.ts";
import { ViewerFunction } from "../../cloudfront/viewer-function.ts";
import { startServices } from "../one-service.ts";

const KvsARN =
  "arn:aws:cloudfront::000000000000:key-value-store/a1b2c3d4-5678-90ab-cdef-000000000001";
let stores: KeyValueStores | undefined;
const cloud = await startServices((context) => {
  stores = new KeyValueStores(context.store);
  stores.ensure(KvsARN);
  return [createKeyValueStoreService(context, stores)];
});
afterAll(() => cloud.stop());

/** The account is a name below the endpoint's, which is this machine. */
const httpAgent = new Agent({
  lookup: (_, options, callback) => lookup("127.0.0.1", options, callback),
});
const clientWith = (credentials: { accessKeyId: string; secretAccessKey: string }) =>
  new CloudFrontKeyValueStoreClient({
    ...cloud.client,
    credentials,
    endpoint: cloud.endpoint.replace("127.0.0.1", "localhost"),
    requestHandler: { httpAgent },
  });
const client = clientWith(cloud.client.credentials);

const pages = `import cf from "cloudfront";
const store = cf.kvs();
async function handler(event) {
  const isThere = await store.exists("switch");
  let value = "none";
  try { value = await store.get("switch"); } catch (error) { value = "no such key"; }
  return { statusCode: isThere ? 503 : 200, body: value };
}`;
const request = { method: "GET", target: "/", headers: {}, body: Buffer.alloc(0), sourceIp: "::1" };

test("what is written is what functions read, until it is deleted", async () => {
  const viewer = new ViewerFunction("pages", pages, stores?.find(KvsARN));
  const read = async () => {
    const answer = await viewer.onRequest(request);
    return "status" in answer ? `${answer.status} ${answer.body}` : "went on";
  };
  expect(await read()).toBe("200 no such key");

  const { ETag } = await client.send(new DescribeKeyValueStoreCommand({ KvsARN }));
  const put = { KvsARN, Key: "switch", Value: "since noon", IfMatch: ETag };
  const { ETag: next } = await client.send(new PutKeyCommand(put));
  expect(await read()).toBe("503 since noon");
  const { Value, ItemCount } = await client.send(new GetKeyCommand({ KvsARN, Key: "switch" }));
  expect([Value, ItemCount]).toEqual(["since noon", 1]);

  await expect(client.send(new PutKeyCommand(put))).rejects.toMatchObject({
    name: "ConflictException",
  });
  await client.send(new DeleteKeyCommand({ KvsARN, Key: "switch", IfMatch: next }));
  expect(await read()).toBe("200 no such key");
  await expect(client.send(new GetKeyCommand({ KvsARN, Key: "switch" }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("who signs with another secret is refused", async () => {
  const forger = clientWith({ ...cloud.client.credentials, secretAccessKey: "guessed" });

  await expect(forger.send(new DescribeKeyValueStoreCommand({ KvsARN }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
});

test("a function that reads a store is associated with one", () => {
  expect(() => new ViewerFunction("pages", pages)).toThrow("is associated with none");
});

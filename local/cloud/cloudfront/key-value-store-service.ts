/**
 * The API of CloudFront's key value stores: DescribeKeyValueStore, GetKey, PutKey, DeleteKey. Every write names the version it
 * has seen ("CloudFront KeyValueStore API Reference"). It differs from other REST services in that versions are headers.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { readBody } from "../kernel/json-service.ts";
import { readInput } from "../kernel/operation.ts";
import { describeFailure } from "../kernel/rest-json-service.ts";
import { AwsError, type Caller, type CloudContext, type Service } from "../kernel/service.ts";
import { verifySignature } from "../kernel/sigv4.ts";
import type { KeyValueStore, KeyValueStores } from "./key-value-stores.ts";

const service = "cloudfront-keyvaluestore";
const path = /^\/key-value-stores\/([^/]+)(?:\/keys\/([^/]+))?$/;
/** "Quotas on key value stores", CloudFront Developer Guide. */
const put = z.strictObject({ Value: z.string().min(1).max(1024) });

interface Call {
  readonly method: string;
  readonly store: KeyValueStore;
  /** Undefined for the store itself. */
  readonly key: string | undefined;
  readonly body: Buffer;
  readonly seen: string | undefined;
}

export function createKeyValueStoreService(context: CloudContext, stores: KeyValueStores): Service {
  async function answer(request: IncomingMessage): Promise<{ document: object; etag: string }> {
    const { method = "GET", url = "/", headers } = request;
    const body = await readBody(request);
    const bodyHash = createHash("sha256").update(body).digest("hex");
    const caller = verifySignature({ method, url, headers }, context, bodyHash);
    if (!caller)
      throw new AwsError("AccessDeniedException", "Missing Authentication Token", { status: 403 });
    const { store, key } = placeOf(stores, url);
    const call = { method, store, key, body, seen: headers["if-match"] };
    const document = run(call, caller, context);
    return { document, etag: store.etag() };
  }

  return {
    name: service,
    async handle(request, response) {
      // The SDKs set their clock by it, so that they can sign after a test has moved the cloud's.
      response.setHeader("date", context.clock.now().toUTCString());
      response.setHeader("content-type", "application/json");
      try {
        const { document, etag } = await answer(request);
        response.setHeader("etag", etag);
        response.writeHead(200).end(JSON.stringify(document));
      } catch (error) {
        const { status, code, document } = describeFailure(error, service);
        response.setHeader("x-amzn-errortype", code);
        response.writeHead(status).end(JSON.stringify(document));
      }
    },
  };
}

/** @throws AwsError when the store is not there */
function placeOf(stores: KeyValueStores, url: string): Pick<Call, "store" | "key"> {
  const [, arn = "", key] = path.exec(new URL(url, "http://localhost").pathname) ?? [];
  const store = stores.find(decodeURIComponent(arn));
  if (!store)
    throw new AwsError("ResourceNotFoundException", "The key value store is not there.", {
      status: 404,
    });
  return { store, key: key === undefined ? undefined : decodeURIComponent(key) };
}

const operations: Readonly<Record<string, (call: Call) => object>> = {
  DescribeKeyValueStore: ({ store }) => ({ ...sizeOf(store), KvsARN: store.arn, Created: 0 }),
  GetKey: ({ store, key = "" }) => {
    const Value = store.get(key);
    if (Value === undefined)
      throw new AwsError("ResourceNotFoundException", "The key is not there.", { status: 404 });
    return { Key: key, Value, ...sizeOf(store) };
  },
  PutKey: (call) => {
    demandSeen(call);
    const { Value } = readInput(put, JSON.parse(call.body.toString() || "{}"));
    call.store.set(call.key ?? "", Value);
    return sizeOf(call.store);
  },
  DeleteKey: (call) => {
    demandSeen(call);
    call.store.set(call.key ?? "", undefined);
    return sizeOf(call.store);
  },
};

function run(call: Call, caller: Caller, { authorize }: CloudContext): object {
  const keyed: Record<string, string> = { GET: "GetKey", PUT: "PutKey", DELETE: "DeleteKey" };
  const whole: Record<string, string> = { GET: "DescribeKeyValueStore" };
  const name = (call.key === undefined ? whole : keyed)[call.method] ?? "";
  const operation = operations[name];
  if (!operation)
    throw new AwsError(
      "UnknownOperationException",
      `The embedded cloud does not know ${service}: ${call.method}.`,
      { status: 404 },
    );
  authorize(caller, `${service}:${name}`, call.store.arn);
  return operation(call);
}

function demandSeen({ store, seen }: Call): void {
  if (seen !== store.etag())
    throw new AwsError("ConflictException", "The store has changed since it was read.", {
      status: 409,
    });
}

function sizeOf(store: KeyValueStore) {
  const entries = store.entries();
  const TotalSizeInBytes = entries.reduce(
    (sum, [key, value]) => sum + key.length + value.length,
    0,
  );
  return { ItemCount: entries.length, TotalSizeInBytes };
}

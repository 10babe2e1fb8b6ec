import { isBehind, listConditions, listParameters, type Page, pageOf } from "./list-page.ts";
import { storageClassOf } from "./object-headers.ts";
import { currentObject } from "./object-history.ts";
import type { StoredObject } from "./object-index.ts";
import { authorizeBucket, type Operation } from "./operation.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import { invalidArgument } from "./s3-errors.ts";
import type { SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";
import type { XmlValue } from "./xml.ts";

interface Row {
  readonly key: string;
  readonly object: StoredObject;
}

const commonQuery = ["prefix", "delimiter", "max-keys", "encoding-type"];

export const listObjectsV2: Operation = {
  name: "ListObjectsV2",
  method: "GET",
  on: "bucket",
  selector: "list-type",
  query: [...commonQuery, "continuation-token", "start-after", "fetch-owner"],
  run: listV2,
};

function listV2(state: S3State, request: SignedRequest): Answer {
  const { query } = request;
  if (query.get("list-type") !== "2") {
    throw invalidArgument("Invalid List Type", "list-type", query.get("list-type") ?? "");
  }
  const token = query.get("continuation-token") ?? undefined;
  const startAfter = query.get("start-after") ?? undefined;
  const { document, page, parameters } = list(
    state,
    request,
    token === undefined ? (startAfter ?? "") : readToken(token),
  );
  return xmlAnswer("ListBucketResult", {
    ...document,
    KeyCount: page.rows.length + page.prefixes.length,
    ContinuationToken: token,
    StartAfter: startAfter && parameters.encode(startAfter),
    NextContinuationToken: page.last && writeToken(lastName(page.last)),
  });
}

function list(state: S3State, request: SignedRequest, after: string) {
  const { query, bucket } = request;
  authorizeBucket(state, request, "ListBucket", listConditions(query));
  state.index.bucket(bucket);
  const parameters = listParameters(query);
  const { prefix, delimiter, limit, encoding, encode } = parameters;
  const rows = currentObjects(state, bucket, prefix, after);
  const page = pageOf(rows, { prefix, delimiter, limit, after });
  const owner = query.get("fetch-owner") === "true" ? { ID: state.context.account } : undefined;
  const document: Record<string, XmlValue> = {
    Name: bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter && encode(delimiter),
    MaxKeys: limit,
    EncodingType: encoding,
    IsTruncated: page.last !== undefined,
    Contents: page.rows.map(({ key, object }) => ({
      Key: encode(key),
      LastModified: new Date(object.modifiedAt).toISOString(),
      ETag: `"${object.etag}"`,
      ChecksumAlgorithm: object.checksum.algorithm,
      ChecksumType: object.checksum.type,
      Size: object.size,
      StorageClass: storageClassOf(object),
      Owner: owner,
    })),
    CommonPrefixes: page.prefixes.map((common) => ({ Prefix: encode(common) })),
  };
  return { document, page, parameters };
}

function* currentObjects(
  { index }: S3State,
  bucket: string,
  prefix: string,
  after: string,
): Generator<Row> {
  for (const { key, versions } of index.entries(bucket, { prefix, from: after })) {
    const object = currentObject(versions);
    if (object && isBehind(key, after)) yield { key, object };
  }
}

function lastName(last: NonNullable<Page<Row>["last"]>): string {
  return "row" in last ? last.row.key : last.prefix;
}

/** Opaque to callers, as S3's is. */
function writeToken(name: string): string {
  return Buffer.from(name).toString("base64url");
}

function readToken(token: string): string {
  const name = Buffer.from(token, "base64url").toString();
  if (writeToken(name) === token) return name;
  throw invalidArgument(
    "The continuation token provided is incorrect",
    "continuation-token",
    token,
  );
}

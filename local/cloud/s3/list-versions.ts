import { isBehind, listConditions, listParameters, pageOf } from "./list-page.ts";
import { storageClassOf } from "./object-headers.ts";
import { isDeleteMarker, type ObjectVersion } from "./object-index.ts";
import { authorizeBucket, type Operation } from "./operation.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import { invalidArgument } from "./s3-errors.ts";
import type { SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";
import type { XmlValue } from "./xml.ts";

export const listObjectVersions: Operation = {
  name: "ListObjectVersions",
  method: "GET",
  on: "bucket",
  selector: "versions",
  query: ["prefix", "delimiter", "max-keys", "encoding-type", "key-marker", "version-id-marker"],
  run: list,
};

interface Row {
  readonly key: string;
  readonly version: ObjectVersion;
  readonly isLatest: boolean;
}

function list(state: S3State, request: SignedRequest): Answer {
  const { query, bucket } = request;
  authorizeBucket(state, request, "ListBucketVersions", listConditions(query));
  state.index.bucket(bucket);
  const { prefix, delimiter, limit, encoding, encode } = listParameters(query);
  const after = query.get("key-marker") ?? "";
  const afterVersion = query.get("version-id-marker") || undefined;
  if (afterVersion !== undefined && !after) {
    throw invalidArgument(
      "A version-id marker cannot be specified without a key marker.",
      "version-id-marker",
      afterVersion,
    );
  }
  const rows = versionRows(state, bucket, prefix, after, afterVersion);
  const { rows: taken, prefixes, last } = pageOf(rows, { prefix, delimiter, limit, after });
  const next = last && ("row" in last ? last.row.key : last.prefix);
  const present = (row: Row) => describe(row, encode, state.context.account);
  return xmlAnswer("ListVersionsResult", {
    Name: bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter && encode(delimiter),
    KeyMarker: encode(after),
    VersionIdMarker: afterVersion ?? "",
    NextKeyMarker: next && encode(next),
    NextVersionIdMarker: last && "row" in last ? last.row.version.versionId : undefined,
    MaxKeys: limit,
    EncodingType: encoding,
    IsTruncated: last !== undefined,
    Version: taken.filter(({ version }) => !isDeleteMarker(version)).map(present),
    DeleteMarker: taken.filter(({ version }) => isDeleteMarker(version)).map(present),
    CommonPrefixes: prefixes.map((common) => ({ Prefix: encode(common) })),
  });
}

/** Every version, newest first within its key, from behind the markers on. */
function* versionRows(
  { index }: S3State,
  bucket: string,
  prefix: string,
  after: string,
  afterVersion: string | undefined,
): Generator<Row> {
  for (const { key, versions } of index.entries(bucket, { prefix, from: after })) {
    const rows = versions.map((version, at) => ({ key, version, isLatest: at === 0 }));
    if (isBehind(key, after)) yield* rows;
    else if (key === after && afterVersion !== undefined) {
      yield* rows.slice(versions.findIndex(({ versionId }) => versionId === afterVersion) + 1);
    }
  }
}

function describe(
  { key, version, isLatest }: Row,
  encode: (text: string) => string,
  owner: string,
): XmlValue {
  return {
    Key: encode(key),
    VersionId: version.versionId,
    IsLatest: isLatest,
    LastModified: new Date(version.modifiedAt).toISOString(),
    ...(isDeleteMarker(version)
      ? {}
      : {
          ETag: `"${version.etag}"`,
          ChecksumAlgorithm: version.checksum.algorithm,
          ChecksumType: version.checksum.type,
          Size: version.size,
          StorageClass: storageClassOf(version),
        }),
    Owner: { ID: owner },
  };
}

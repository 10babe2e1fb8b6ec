import { AwsError } from "../kernel/service.ts";
import { isUnchanged, matches } from "./conditions.ts";
import { authorizeKey } from "./encryption.ts";
import { describeChecksum, describeObject } from "./object-headers.ts";
import { isDeleteMarker, type ObjectVersion, type StoredObject } from "./object-index.ts";
import { authorizeObject, missingKey, type Operation } from "./operation.ts";
import type { Answer } from "./s3-answer.ts";
import { invalidArgument } from "./s3-errors.ts";
import type { ObjectAddress, SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

const responseOverrides = [
  "response-cache-control",
  "response-content-disposition",
  "response-content-encoding",
  "response-content-language",
  "response-content-type",
  "response-expires",
];

const readCall = {
  on: "object",
  query: ["versionId", ...responseOverrides],
  headers: ["x-amz-checksum-mode"],
  run: readObject,
} as const;

export const getObject: Operation = { name: "GetObject", method: "GET", ...readCall };
export const headObject: Operation = { name: "HeadObject", method: "HEAD", ...readCall };

function readObject(state: S3State, request: SignedRequest): Answer {
  const { query, headers, method } = request;
  const versionId = query.get("versionId") ?? undefined;
  const action = versionId === undefined ? "GetObject" : "GetObjectVersion";
  authorizeObject(state, request, action, request, versionCondition(versionId));
  const bucket = state.index.bucket(request.bucket);
  const object = findObject(state, request, request, versionId);
  authorizeKey(state, request.caller, "kms:Decrypt", object.headers);

  const described = { ...describeObject(bucket, object), ...overrides(query) };
  if (isUnchanged(headers, object)) return { status: 304, headers: described };
  const range = requestedRange(headers, object);
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  return {
    status: range ? 206 : 200,
    headers: {
      ...described,
      "content-length": end - start + 1,
      "content-range": range && `bytes ${start}-${end}/${object.size}`,
      ...(headers["x-amz-checksum-mode"] && !range ? describeChecksum(object.checksum) : {}),
    },
    ...(method === "HEAD" || object.size === 0
      ? {}
      : { body: state.files.read(object.file, { start, end }) }),
  };
}

/**
 * The current object, or the version asked for.
 * @throws AwsError NoSuchKey (AccessDenied to those who may not list), NoSuchVersion, MethodNotAllowed (a marker)
 */
export function findObject(
  state: S3State,
  request: SignedRequest,
  address: ObjectAddress,
  versionId: string | undefined,
): StoredObject {
  const versions = state.index.versions(address);
  const found =
    versionId === undefined
      ? versions[0]
      : versions.find((version) => version.versionId === versionId);
  if (!found) {
    throw versionId === undefined
      ? missingKey(state, request, address)
      : noSuchVersion(address.key, versionId);
  }
  if (!isDeleteMarker(found)) return found;
  throw hiddenByMarker(state, request, address, found, versionId !== undefined);
}

/** What IAM may ask of a call that names a version. */
export function versionCondition(versionId: string | undefined): Record<string, string> {
  return versionId === undefined ? {} : { "s3:VersionId": versionId };
}

function hiddenByMarker(
  state: S3State,
  request: SignedRequest,
  address: ObjectAddress,
  { versionId }: ObjectVersion,
  isNamed: boolean,
): AwsError {
  const headers = { "x-amz-delete-marker": "true", "x-amz-version-id": versionId };
  if (isNamed) {
    return new AwsError(
      "MethodNotAllowed",
      "The specified method is not allowed against this resource.",
      { status: 405, extra: { headers: { ...headers, allow: "DELETE" } } },
    );
  }
  const { code, message, status, extra } = missingKey(state, request, address);
  return new AwsError(code, message, { status, extra: { ...extra, headers } });
}

function noSuchVersion(key: string, versionId: string): AwsError {
  if (versionId !== "null" && !/^[\w-]{32}$/.test(versionId)) {
    return invalidArgument("Invalid version id specified", "versionId", versionId);
  }
  return new AwsError("NoSuchVersion", "The specified version does not exist.", {
    status: 404,
    extra: { Key: key, VersionId: versionId },
  });
}

function overrides(query: URLSearchParams): Record<string, string> {
  const given = responseOverrides.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name.slice("response-".length), value] as const];
  });
  return Object.fromEntries(given);
}

/**
 * First and last byte. S3 serves one range; anything else is answered with the whole.
 * @throws AwsError InvalidRange
 */
function requestedRange(
  headers: SignedRequest["headers"],
  { size, etag }: StoredObject,
): { start: number; end: number } | undefined {
  const ifRange = headers["if-range"];
  if (ifRange !== undefined && !matches(ifRange, etag)) return undefined;
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? "") ?? [];
  if (!first && !last) return undefined;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(size - 1, Number(last)) : size - 1;
  if (first && last && Number(first) > Number(last)) return undefined;
  if (start <= end) return { start, end };
  throw new AwsError("InvalidRange", "The requested range is not satisfiable", {
    status: 416,
    extra: {
      RangeRequested: headers.range,
      ActualObjectSize: size,
      headers: { "content-range": `bytes */${size}` },
    },
  });
}

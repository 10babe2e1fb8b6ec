/** Conditional requests. https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html */
import type { NewObject } from "./object-history.ts";
import type { StoredObject } from "./object-index.ts";
import { noSuchKey, notImplemented, preconditionFailed } from "./s3-errors.ts";

type Headers = Readonly<Record<string, string | undefined>>;

/** Of a write: looked at within the transaction, so that of two writers with one condition one wins. */
export function writePrecondition(headers: Headers, key: string): NewObject["precondition"] {
  const { "if-match": ifMatch, "if-none-match": ifNoneMatch } = headers;
  if (ifNoneMatch !== undefined && ifNoneMatch !== "*") {
    throw notImplemented(`If-None-Match with a value other than * on a write`);
  }
  return (current) => {
    if (ifNoneMatch && current) throw preconditionFailed("If-None-Match");
    if (!ifMatch) return;
    if (!current) throw noSuchKey(key);
    if (!matches(ifMatch, current.etag)) throw preconditionFailed("If-Match");
  };
}

/**
 * Of a read, in the order of RFC 9110, 13.2.2.
 * @returns true when the caller has it already (304)
 * @throws AwsError PreconditionFailed
 */
export function isUnchanged(headers: Headers, object: StoredObject): boolean {
  const { "if-match": ifMatch, "if-none-match": ifNoneMatch } = headers;
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, object.etag)) throw preconditionFailed("If-Match");
  } else if (isAfter(object, headers["if-unmodified-since"])) {
    throw preconditionFailed("If-Unmodified-Since");
  }
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch, object.etag);
  return isAfter(object, headers["if-modified-since"]) === false;
}

/** Does a header's list of entity tags name this one? */
export function matches(list: string, etag: string): boolean {
  return list
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, "").replaceAll('"', ""))
    .some((tag) => tag === "*" || tag === etag);
}

/** Undefined without a date that can be read. HTTP's dates are whole seconds. */
function isAfter({ modifiedAt }: StoredObject, date: string | undefined): boolean | undefined {
  const time = Date.parse(date ?? "");
  return Number.isNaN(time) ? undefined : Math.floor(modifiedAt / 1000) * 1000 > time;
}

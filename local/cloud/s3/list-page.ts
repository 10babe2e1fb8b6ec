/** One page of a list: rows and common prefixes share its length. */
import { encodeKey } from "./event-record.ts";
import { compareKeys } from "./object-index.ts";
import { invalidArgument } from "./s3-errors.ts";

const pageLimit = 1000;

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly prefixes: readonly string[];
  /** What the page ends with; undefined when nothing follows. */
  readonly last: { readonly row: Row } | { readonly prefix: string } | undefined;
}

interface PageOptions {
  readonly prefix: string;
  readonly delimiter: string | undefined;
  readonly limit: number;
  /** A common prefix an earlier page ended with. */
  readonly after: string;
}

/** @param rows in the order of their keys, from where the page begins */
export function pageOf<Row extends { readonly key: string }>(
  rows: Iterable<Row>,
  { prefix, delimiter, limit, after }: PageOptions,
): Page<Row> {
  const taken: Row[] = [];
  const prefixes: string[] = [];
  let last: Page<Row>["last"];
  for (const row of rows) {
    const common = commonPrefix(row.key, prefix, delimiter);
    if (common !== undefined && (common === prefixes.at(-1) || common === after)) continue;
    if (taken.length + prefixes.length >= limit) {
      return { rows: taken, prefixes, last: limit > 0 ? last : undefined };
    }
    if (common === undefined) taken.push(row);
    else prefixes.push(common);
    last = common === undefined ? { row } : { prefix: common };
  }
  return { rows: taken, prefixes, last: undefined };
}

/** The parameters all lists have. @throws AwsError InvalidArgument */
export function listParameters(query: URLSearchParams, limitName = "max-keys") {
  const limit = query.get(limitName);
  if (limit !== null && !/^\d{1,9}$/.test(limit)) {
    throw invalidArgument(
      `Provided ${limitName} not an integer or within integer range`,
      limitName,
      limit,
    );
  }
  const encoding = query.get("encoding-type");
  if (encoding !== null && encoding !== "url") {
    throw invalidArgument(
      "Invalid Encoding Method specified in Request",
      "encoding-type",
      encoding,
    );
  }
  return {
    prefix: query.get("prefix") ?? "",
    delimiter: query.get("delimiter") || undefined,
    limit: Math.min(pageLimit, Number(limit ?? pageLimit)),
    encoding: encoding ?? undefined,
    encode: (text: string) => (encoding === "url" ? encodeKey(text) : text),
  };
}

/** What IAM may ask of a list. */
export function listConditions(query: URLSearchParams): Record<string, string> {
  const names = ["prefix", "delimiter", "max-keys"];
  const given = names.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[`s3:${name}`, value] as const];
  });
  return Object.fromEntries(given);
}

/** True for a key that comes behind the marker. */
export function isBehind(key: string, marker: string): boolean {
  return marker === "" || compareKeys(key, marker) > 0;
}

function commonPrefix(
  key: string,
  prefix: string,
  delimiter: string | undefined,
): string | undefined {
  if (delimiter === undefined) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

/** Files of which a player asks for a part before it plays them: Safari does, and plays none that comes whole instead. */
import type { Answer } from "./answers.ts";

/** One range of bytes (RFC 9110 §14.1.2). Several at once are answered with the whole file, as a server may (§14.2). */
const oneRange = /^bytes=(\d*)-(\d*)$/i;

/**
 * A file, or the part of it that was asked for.
 * @param type "audio/wav"
 * @param range the header; undefined when there is none
 * @returns 206 with the part, 416 when it begins behind the end
 */
export function fileOrPart(
  bytes: Buffer,
  type: string,
  range: string | undefined,
): Answer<200, Buffer> | Answer<206, Buffer> | Answer<416, undefined> {
  const headers = { "content-type": type, "accept-ranges": "bytes" };
  const asked = range === undefined ? undefined : bounds(range, bytes.length);
  if (!asked) return { status: 200, headers, body: bytes };
  const { first, last } = asked;
  if (first > last) return { status: 416, headers: { "content-range": `bytes */${bytes.length}` } };
  return {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${first}-${last}/${bytes.length}` },
    body: bytes.subarray(first, last + 1),
  };
}

/** @returns undefined of a header that is to be ignored; the first behind the last when nothing is there */
function bounds(range: string, length: number): { first: number; last: number } | undefined {
  const [, from = "", to = ""] = oneRange.exec(range) ?? [];
  if (from === "" && to === "") return undefined;
  if (from === "") return { first: Math.max(0, length - Number(to)), last: length - 1 };
  if (to !== "" && Number(to) < Number(from)) return undefined;
  return { first: Number(from), last: to === "" ? length - 1 : Math.min(Number(to), length - 1) };
}

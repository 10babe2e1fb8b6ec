/** A part of a file, as RFC 9110 §14 has it. */
import { expect, test } from "vitest";
import { fileOrPart } from "#shared/http/byte-range.ts";

const file = Buffer.from("0123456789");

test.each([
  ["bytes=0-1", "01", "bytes 0-1/10"],
  ["bytes=0-", "0123456789", "bytes 0-9/10"],
  ["bytes=4-6", "456", "bytes 4-6/10"],
  ["bytes=8-99999999999999999999999", "89", "bytes 8-9/10"],
  ["bytes=-3", "789", "bytes 7-9/10"],
  ["bytes=-99", "0123456789", "bytes 0-9/10"],
  ["Bytes=9-9", "9", "bytes 9-9/10"],
])("%s is answered with %s", (range, part, contentRange) => {
  const { status, headers, body } = fileOrPart(file, "audio/wav", range);

  expect([status, body?.toString()]).toEqual([206, part]);
  expect(headers).toEqual({
    "content-type": "audio/wav",
    "accept-ranges": "bytes",
    "content-range": contentRange,
  });
});

test.each([
  undefined,
  "",
  "bytes",
  "bytes=-",
  "bytes=5-4",
  "bytes=0-1,4-5",
  "bytes=a-b",
  "items=0-1",
])("%j is answered with the whole file", (range) => {
  expect(fileOrPart(file, "audio/wav", range)).toEqual({
    status: 200,
    headers: { "content-type": "audio/wav", "accept-ranges": "bytes" },
    body: file,
  });
});

test.each(["bytes=10-", "bytes=10-12", "bytes=-0"])("%s begins behind the end", (range) => {
  expect(fileOrPart(file, "audio/wav", range)).toEqual({
    status: 416,
    headers: { "content-range": "bytes */10" },
  });
});

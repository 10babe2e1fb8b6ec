import { expect, test } from "vitest";
import * as z from "zod";
import { epochSeconds, jakartaDay } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { base32, newId } from "#shared/runtime/ids.ts";
import { errorFields } from "#shared/runtime/logger.ts";

test("the day begins in Jakarta at 17:00 UTC", () => {
  expect(jakartaDay(new Date("2026-11-21T16:59:59Z"))).toBe("2026-11-21");
  expect(jakartaDay(new Date("2026-11-21T17:00:00Z"))).toBe("2026-11-22");
});

test("a time to live is whole seconds", () => {
  expect(epochSeconds(new Date(1999))).toBe(1);
});

test("a missing setting is named, and none of those that are there", () => {
  const schema = z.object({ SITE_URL: z.url(), TOKEN_KEY: z.string() });

  expect(() => readConfig(schema, { SITE_URL: "secret" })).toThrow(
    "Missing or malformed settings: SITE_URL, TOKEN_KEY",
  );
});

test("an id is its kind and 128 bits in symbols that survive being read aloud", () => {
  expect(newId("emp")).toMatch(/^emp_[0-9a-hjkmnp-tv-z]{26}$/);
  expect(newId("emp")).not.toBe(newId("emp"));
  expect(base32(Uint8Array.of(0xff, 0x00, 0x01))).toBe("zw002");
});

test("of a failure its kind, its cause's kind and AWS's id may be logged, never what it says", () => {
  const cause = new TypeError("Siti");
  const error = Object.assign(new Error("198502122010012004", { cause }), {
    $metadata: { requestId: "aws-1" },
  });
  const fields = errorFields(error);

  expect(fields).toMatchObject({ error: "Error", cause: "TypeError", awsRequestId: "aws-1" });
  expect(JSON.stringify(fields)).not.toMatch(/Siti|1985/);
  expect(errorFields("19850212")).toEqual({ error: "string" });
});

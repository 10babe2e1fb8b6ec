import { expect, test } from "vitest";
import * as z from "zod";
import { HttpRequest } from "#shared/http/http-request.ts";
import { readBody, readParams, readQuery } from "#shared/http/read-input.ts";
import { InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { anApiEvent, aRequest } from "../../support/call-api.ts";

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  code: z.string().regex(/^\d$/, "code-malformed").optional(),
  inner: z.strictObject({ count: z.number() }).optional(),
});

function problemsOf(body: unknown) {
  try {
    readBody(aRequest({ path: "/", body }), schema);
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems;
    throw error;
  }
}

test.each([
  [{}, { field: "name", code: "required" }],
  [{ name: "" }, { field: "name", code: "required" }],
  [{ name: 7 }, { field: "name", code: "malformed" }],
  [{ name: "Siti Rahma" }, { field: "name", code: "too-long", params: { max: 5 } }],
  [
    { name: "Siti", code: "x" },
    { field: "code", code: "code-malformed" },
  ],
  [
    { name: "Siti", inner: { count: "1" } },
    { field: "inner.count", code: "malformed" },
  ],
  [
    { name: "Siti", isAdmin: true },
    { field: "body", code: "unknown-field" },
  ],
  [JSON.parse('{"name":"Siti","__proto__":{"x":1}}'), { field: "body", code: "unknown-field" }],
  ["{", { field: "body", code: "malformed" }],
  ["[".repeat(6) + "]".repeat(6), { field: "body", code: "malformed" }],
])("%j is refused as %j", (body, problem) => {
  expect(problemsOf(body)).toEqual([problem]);
});

test.each(["\ud800", "Si\udc00ti", "\0", "a\u001bb", "\u007f", "\u0085"])(
  "%j is in no body, whatever its schema reads",
  (text) => {
    const open = z.strictObject({ values: z.record(z.string(), z.unknown()), notes: z.unknown() });
    const read = (body: unknown) => () => readBody(aRequest({ path: "/", body }), open);
    const field = (name: string) => ({ field: name, code: "characters-hidden" });

    expect(read({ values: { name: text }, notes: ["Siti", text] })).toThrow(
      expect.objectContaining({ status: 422, problems: [field("values"), field("notes")] }),
    );
    expect(read({ values: { [text]: 1 }, notes: 1 })).toThrow(
      expect.objectContaining({ problems: [field("values")] }),
    );
    const kept = { values: { name: "Siti 🪪" }, notes: "Baris\tsatu\r\ndua" };
    expect(read(kept)()).toEqual(kept);
  },
);

test("every field that is wrong is told at once", () => {
  expect(problemsOf({ code: "x" }).map(({ field }) => field)).toEqual(["name", "code"]);
});

test("a body that API Gateway encoded is read", () => {
  const event = anApiEvent({ path: "/", body: "" });
  const body = Buffer.from('{"name":"Siti"}').toString("base64");

  expect(readBody(new HttpRequest({ ...event, body, isBase64Encoded: true }), schema)).toEqual({
    name: "Siti",
  });
});

test("a query is read in the same way", () => {
  const query = z.strictObject({ q: z.string().max(3, "code-malformed") });

  expect(readQuery(aRequest({ path: "/", query: { q: "abc" } }), query)).toEqual({ q: "abc" });
  expect(() => readQuery(aRequest({ path: "/", query: { q: "abcd" } }), query)).toThrow(
    "q: code-malformed",
  );
});

test("a path that cannot name anything is nobody's address", () => {
  const params = z.strictObject({ id: z.templateLiteral(["emp_", z.string()]) });

  expect(readParams({ id: "emp_1" }, params)).toEqual({ id: "emp_1" });
  expect(() => readParams({ id: "pho_1" }, params)).toThrow(NotFound);
});

import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { days } from "../../../web/src/messages/days.ts";
import { DayField, day, dayOrNone } from "../../../web/src/officer/day-field.tsx";
import { problemsOfSource, SourceFields } from "../../../web/src/officer/source-fields.tsx";
import { RoleFields } from "../../../web/src/operator/role-fields.tsx";

test("a day is shown as people write it, and sent as the service takes it", () => {
  const html = renderToString(
    h(DayField, { name: "tmt", label: "TMT *", hint: "Mulai berlaku.", value: "2026-08-17" }),
  );

  expect(html).toMatch(/<input id="tmt"[^>]* value="17\/08\/2026"/);
  expect(html).toMatch(/<input type="hidden" name="tmt" value="2026-08-17"/);
  expect(html).toContain(`${days.hint}. Mulai berlaku.`);
});

test.each([
  ["2026-08-17", undefined, undefined],
  ["", "required", undefined],
  ["31/02/2026", "day-malformed", "day-malformed"],
  ["2026-02-31", "day-malformed", "day-malformed"],
  ["besok", "day-malformed", "day-malformed"],
])("of the value «%s» a form says %s, and %s where it may be absent", (value, needed, free) => {
  expect(day(value)).toBe(needed);
  expect(dayOrNone(value)).toBe(free);
});

describe("no form leaves days to the browser's language", () => {
  test.each([
    ["the paper of a change", "sourceDay", renderToString(h(SourceFields, { needed: true }))],
    ["a role", "until", renderToString(h(RoleFields, { begun: undefined }))],
  ])("%s", (_of, name, html) => {
    expect(html).toMatch(new RegExp(`<input id="${name}"[^>]* inputmode="numeric"`, "i"));
    expect(html).not.toContain('type="date"');
  });
});

test("a paper's day that is none is told at its field", () => {
  expect(problemsOfSource({ sourceNumber: "SK 12/2026", sourceDay: "31/02/2026" })).toEqual([
    { field: "sourceDay", code: "day-malformed" },
  ]);
  expect(problemsOfSource({ sourceNumber: "SK 12/2026", sourceDay: "" })).toEqual([]);
});

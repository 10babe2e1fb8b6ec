import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ofType, ourFunctions, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const alarms = ofType(resources, "AWS::CloudWatch::Alarm").map(({ Properties }) => Properties);
const texts = alarms.map(({ AlarmDescription }) => String(AlarmDescription));
const entries = readFileSync("docs/runbook.md", "utf8").split(/^### /m).slice(1);
const headings = entries.map((entry) => entry.slice(0, entry.indexOf("\n")).trim());

test("every function has an alarm of its own, and every alarm says what people lose", () => {
  expect(texts.length).toBeGreaterThanOrEqual(ourFunctions(resources).size);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^[A-Z].{20,}[^.]$/);
});

test("the runbook has an entry for every alarm, and for nothing else", () => {
  expect([...headings].sort()).toEqual([...texts].sort());
});

test("an entry says what to look at and how to mend it", () => {
  for (const entry of entries) expect(entry).toMatch(/\*\*Look:\*\*[\s\S]*\*\*Mend:\*\*/);
});

test("every alarm writes to the one mailbox", () => {
  for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1);
  expect(ofType(resources, "AWS::SNS::Subscription")[0]?.Properties).toMatchObject({
    Protocol: "email",
    Endpoint: "alarm@kartu-asn.example",
  });
});

test("an alarm also counts what a function logs as an error", () => {
  const filters = ofType(resources, "AWS::Logs::MetricFilter");
  expect(filters).toHaveLength(ourFunctions(resources).size);
  for (const { Properties } of filters) {
    expect(Properties.FilterPattern).toBe('{ $.level = "ERROR" }');
  }
});

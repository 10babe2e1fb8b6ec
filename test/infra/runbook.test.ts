import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ofType, ourFunctions, refersTo, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const alarms = ofType(resources, "AWS::CloudWatch::Alarm").map(({ Properties }) => Properties);
const descriptions = alarms.map(({ AlarmDescription }) => String(AlarmDescription).split("\n"));
const told = descriptions.map(([whenItFails = ""]) => whenItFails);
/** Without the one of several alike that an alarm names, in lower case at the end: they share an entry. */
const texts = told.map((text) => text.replace(/ \([a-z-]+\)$/, ""));
const entries = readFileSync("docs/runbook.md", "utf8").split(/^### /m).slice(1);
const headings = entries.map((entry) => entry.slice(0, entry.indexOf("\n")).trim());

test("every function has an alarm of its own, and every alarm says what people lose", () => {
  expect(texts.length).toBeGreaterThanOrEqual(ourFunctions(resources).size);
  expect(new Set(told).size).toBe(told.length);
  for (const text of texts) expect(text).toMatch(/^[A-Z].{20,}[^.]$/);
});

test("the runbook has an entry for every alarm, and for nothing else", () => {
  expect([...headings].sort()).toEqual([...new Set(texts)].sort());
});

test("an entry says what to look at and how to mend it", () => {
  for (const entry of entries) expect(entry).toMatch(/\*\*Look:\*\*[\s\S]*\*\*Mend:\*\*/);
});

test("an alarm's text leads to its entry in the runbook", () => {
  for (const [i, [, , address = ""]] of descriptions.entries()) {
    expect(address).toMatch(/^https:\/\/kartu-asn\.example\/runbook\.md#[\p{L}\p{N}-]+$/u);
    const words = (text: string) =>
      text
        .toLowerCase()
        .replaceAll("'", "")
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ");
    expect(words(address.slice(address.indexOf("#")))).toBe(words(texts[i] ?? ""));
  }
});

test("an alarm writes to the mailbox of its severity, and once more when it is over", () => {
  const topics = ofType(resources, "AWS::SNS::Topic");
  for (const { Properties } of ofType(resources, "AWS::CloudWatch::Alarm")) {
    const [, severity] =
      /\nSeverity: (page|mail|dashboard)\n/.exec(String(Properties.AlarmDescription)) ?? [];
    const { AlarmActions = [], OKActions = [] } = Properties;
    expect(OKActions).toEqual(AlarmActions);
    const [written = "dashboard"] = topics
      .filter(({ id }) => JSON.stringify(AlarmActions).includes(id))
      .map(({ id }) => id.replace(/^alarms(page|mail).*$/, "$1"));
    expect(written).toBe(severity);
  }
});

test.each([
  [{}, { page: "alarm@kartu-asn.example", mail: "alarm@kartu-asn.example" }],
  [
    { pageEmail: "night@kartu-asn.example" },
    { page: "night@kartu-asn.example", mail: "alarm@kartu-asn.example" },
  ],
])("with the settings %j the mailboxes are %j", (settings, expected) => {
  const made = synthesizeResources(settings);
  const mailboxes = ofType(made, "AWS::SNS::Subscription").map(({ Properties }) => {
    expect(Properties.Protocol).toBe("email");
    return [
      refersTo(Properties.TopicArn)?.replace(/^alarms(page|mail).*$/, "$1"),
      Properties.Endpoint,
    ];
  });
  expect(Object.fromEntries(mailboxes)).toEqual(expected);
});

test("an alarm also counts what a function logs as an error", () => {
  const filters = ofType(resources, "AWS::Logs::MetricFilter").filter(
    ({ Properties }) => !String(Properties.FilterPattern).includes("$.message"),
  );
  expect(filters).toHaveLength(ourFunctions(resources).size);
  for (const { Properties } of filters) {
    expect(Properties.FilterPattern).toBe('{ $.level = "ERROR" }');
  }
});

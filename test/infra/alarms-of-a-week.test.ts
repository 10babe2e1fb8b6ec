/** How often the operators are written to: `npm run bench -- alarms` prints the week. */
import { expect, test } from "vitest";
import { playWeek } from "../../bench/alarms/play-week.ts";
import { templateAlarms } from "../../bench/alarms/template-alarms.ts";
import { singleFailures } from "../../bench/alarms.ts";
import { evaluateAlarm } from "../../local/cloud/cloudwatch/evaluate-alarm.ts";
import { ourFunctions, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const alarms = templateAlarms(resources);
const told = playWeek(alarms);
const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = [1, 2, 3, 4, 5, 6, 7];
const on = (...days: (number | undefined)[]) => told.filter(({ day }) => days.includes(day));

test("a day of single errors, single throttles, a deployment, a backfill or two lost visits writes nothing", () => {
  expect(on(tuesday, wednesday, saturday, sunday)).toEqual([]);
});

test("an outage pages within ten minutes, three times, and says when it is over", () => {
  const pages = on(thursday).filter(({ severity }) => severity === "page");
  const rang = pages.filter(({ state }) => state === "ALARM");
  const ended = pages.filter(({ state }) => state === "OK");

  expect(rang.map(({ text }) => text).sort()).toEqual([
    "A key was disabled or is about to be deleted",
    "Many requests end in an error, and people cannot go on",
    "Pages or answers do not arrive: CloudFront answers with errors",
  ]);
  for (const { time } of rang) expect(time <= "10:10").toBe(true);
  expect(ended).toHaveLength(3);
  for (const { time } of ended) expect(time > "10:40" && time <= "10:55").toBe(true);
});

test("the mails beside it name the functions that fail", () => {
  const mails = on(thursday).filter(
    ({ severity, state }) => severity === "mail" && state === "ALARM",
  );
  expect(mails.map(({ text }) => text).sort()).toEqual([
    "Holders cannot see their card or send a photo",
    "Nobody can log in, activate an account or reset a password",
  ]);
});

test("a message that nobody could handle writes once, and once when it is gone", () => {
  const text = "An uploaded photo got no outcome; its holder waits in vain";
  expect(on(friday)).toMatchObject([
    { severity: "mail", state: "ALARM", time: "03:25", text },
    { severity: "mail", state: "OK", text },
  ]);
});

test("Cognito's throttles of a Monday morning can wait, and are told", () => {
  expect(on(monday)).toMatchObject([
    { severity: "mail", state: "ALARM", text: expect.stringContaining("Cognito") },
    { severity: "mail", state: "OK", text: expect.stringContaining("Cognito") },
  ]);
});

test("an alarm on any single failure would have written eighty times and more a day", () => {
  const single = playWeek(singleFailures([...ourFunctions(resources).keys()]));
  for (let day = 1; day <= 7; day++) {
    expect(single.filter((each) => each.day === day).length).toBeGreaterThan(80);
  }
});

test("where nothing is measured any more, what has stopped rings, and nothing else", () => {
  const now = new Date("2026-11-30T05:00:00Z");
  const ringing = alarms.filter((alarm) => evaluateAlarm(alarm, () => undefined, now) === "ALARM");

  expect(ringing.map(({ description }) => description.split("\n")[0]).sort()).toEqual([
    "From outside the site cannot be opened, or no card can be checked",
    "New addresses of holders do not take effect, reported photos are not seen, requests do not expire, summaries of mails are not sent, forms of campaigns lie, and leaves are not recounted (stopped)",
    "The data of people who left long ago are not erased (stopped)",
    "The history has not been sealed for three hours",
    "The nightly look for what a new day brings has not succeeded for a day",
    "The repair of lost cards and photos has not succeeded for half an hour",
    "Who checks cards without the network does not learn what became of them (stopped)",
  ]);
});

test.each([
  // Both retries failed as well; Lambda's own error lines beside them count once.
  [{ Errors: 3, lines: 3 }, "ALARM"],
  [{ Errors: 1, lines: 1 }, "OK"],
  [{ Errors: 0, lines: 2 }, "ALARM"],
])("an hourly run with %j in a quarter of an hour: %s", (counted, expected) => {
  const of = "Runs that seal the history fail";
  const alarm = alarms.find(({ description }) => description.startsWith(`${of}\n`));
  if (!alarm) throw new Error("No such alarm.");
  const now = new Date("2026-11-30T05:30:00Z");
  const measure: Parameters<typeof evaluateAlarm>[1] = ({ name }, start) => {
    if (start < new Date(now.getTime() - 900_000)) return 0;
    return name === "Errors" ? counted.Errors : counted.lines;
  };

  expect(evaluateAlarm(alarm, measure, now)).toBe(expected);
});

import { expect, test } from "vitest";
import {
  type AlarmDefinition,
  alarmProperties,
  readAlarm,
} from "../../cloudwatch/alarm-definition.ts";
import { evaluateAlarm, type State } from "../../cloudwatch/evaluate-alarm.ts";

const now = new Date("2026-11-26T05:00:00Z");
const inUse = { Namespace: "N", MetricName: "m", Period: 60, Statistic: "Sum" };

function alarm(properties: object): AlarmDefinition {
  const given = {
    ...{ ComparisonOperator: "GreaterThanThreshold", Threshold: 10, EvaluationPeriods: 3 },
    ...("Metrics" in properties ? {} : inUse),
    ...properties,
  };
  return readAlarm(alarmProperties(given).parse(given), "alarm");
}

/** The state after periods drawn as CloudWatch's guide draws them: "0" fine, "X" breaching, "-" missing; the latest is the last. */
function after(drawn: string, properties: object): string {
  const points = [...drawn.replaceAll(" ", "")].reverse();
  const measure = (_: unknown, start: Date) => {
    const ago = (now.getTime() - start.getTime()) / 60_000 - 1;
    return { X: 11, "0": 10 }[points[ago] ?? "-"];
  };
  return evaluateAlarm(alarm(properties), measure, now);
}

// "Configuring how CloudWatch alarms treat missing data", the tables of 3 out of 3 and 2 out of 3.
test.each([
  ["0 - X - X", 3, "OK", "OK"],
  ["0 - - - -", 3, "OK", "OK"],
  ["- - - - -", 3, "ALARM", "OK"],
  ["0 X X - X", 3, "ALARM", "ALARM"],
  ["- - X - -", 3, "ALARM", "OK"],
  ["0 - X - X", 2, "ALARM", "ALARM"],
  ["0 0 X 0 X", 2, "ALARM", "ALARM"],
  ["0 - X - -", 2, "ALARM", "OK"],
  ["- - - - 0", 2, "ALARM", "OK"],
  ["- - - X -", 2, "ALARM", "OK"],
])(
  "%s with %i of 3 is %s where missing data is breaching, and %s where it is not",
  (drawn, DatapointsToAlarm, breaching, notBreaching) => {
    expect(after(drawn, { DatapointsToAlarm, TreatMissingData: "breaching" })).toBe(breaching);
    expect(after(drawn, { DatapointsToAlarm, TreatMissingData: "notBreaching" })).toBe(
      notBreaching,
    );
  },
);

test("one breaching period of three is none for two of three", () => {
  const rule = { DatapointsToAlarm: 2, TreatMissingData: "notBreaching" };
  expect([after("00X00", rule), after("00X0X", rule), after("XX000", rule)]).toEqual([
    "OK",
    "ALARM",
    "OK",
  ]);
});

test("nothing known is nothing to say", () => {
  expect(after("- - - - -", {})).toBe("INSUFFICIENT_DATA");
});

test("an alarm that ignores missing data stays as it was, until there is a value", () => {
  const ignoring = alarm({ TreatMissingData: "ignore", EvaluationPeriods: 1 });
  const states: State[] = [];
  for (const value of [undefined, 11, undefined, undefined, 9]) {
    states.push(evaluateAlarm(ignoring, () => value, now, states.at(-1)));
  }
  expect(states).toEqual(["INSUFFICIENT_DATA", "ALARM", "ALARM", "ALARM", "OK"]);
});

test("an expression compares what metrics are together, in the hours that it names", () => {
  const stat = (Id: string) => ({
    ...{ Id, ReturnData: false },
    MetricStat: { Metric: { Namespace: "N", MetricName: Id }, Period: 3600, Stat: "Sum" },
  });
  const share = alarm({
    ...{ Threshold: 5, EvaluationPeriods: 1, TreatMissingData: "notBreaching" },
    Metrics: [
      {
        Id: "share",
        Expression: "IF(HOUR(all) >= 2 AND DAY(all) < 6, 100 * FILL(bad, 0) / all, 0)",
      },
      ...[stat("all"), stat("bad")],
    ],
  });
  const measured =
    (values: Record<string, number>) =>
    ({ name }: { name: string }) =>
      values[name];
  const at = (time: string, values: Record<string, number>) =>
    evaluateAlarm(share, measured(values), new Date(time));

  // A Thursday: 26 November 2026.
  expect(at("2026-11-26T05:00:00Z", { all: 100, bad: 6 })).toBe("ALARM");
  expect(at("2026-11-26T05:00:00Z", { all: 100, bad: 5 })).toBe("OK");
  expect(at("2026-11-26T05:00:00Z", { all: 100 })).toBe("OK");
  expect(at("2026-11-26T05:00:00Z", { bad: 6 })).toBe("OK");
  expect(at("2026-11-26T02:59:00Z", { all: 100, bad: 6 })).toBe("OK");
  expect(at("2026-11-28T05:00:00Z", { all: 100, bad: 6 })).toBe("OK");
});

test("what is not computed here is refused", () => {
  expect(() => alarm({ Metrics: [{ Id: "e", Expression: "SEARCH('x')" }] })).toThrow("SEARCH");
  expect(() => alarm({ TreatMissingData: "guessed" })).toThrow();
});

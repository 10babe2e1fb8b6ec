/**
 * When an alarm rings. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html and
 * "Configuring how CloudWatch alarms treat missing data", https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
import type { AlarmDefinition, Metric } from "./alarm-definition.ts";

/** @returns a metric's statistic over a period; undefined when there is no value in it */
export type Measure = (metric: Metric, start: Date, seconds: number) => number | undefined;

export type State = "ALARM" | "OK" | "INSUFFICIENT_DATA";

/**
 * CloudWatch looks at some more periods than an alarm asks for. How many is not told; its guide's examples have two, and so has
 * this.
 */
const morePeriods = 2;

/**
 * @param now the end of the latest period
 * @param previous its state before
 */
export function evaluateAlarm(
  alarm: AlarmDefinition,
  measure: Measure,
  now: Date,
  previous: State = "INSUFFICIENT_DATA",
): State {
  const { periods, datapoints, missing, breaches } = alarm;
  const values = Array.from({ length: periods + morePeriods }, (_, i) =>
    valueAt(alarm, measure, now, i),
  );
  const real = values.filter((value) => value !== undefined);
  if (real.length >= periods) {
    return real.slice(0, periods).filter(breaches).length >= datapoints ? "ALARM" : "OK";
  }
  if (missing === "missing" || missing === "ignore") {
    if (real.length === 0) return missing === "ignore" ? previous : "INSUFFICIENT_DATA";
    return real.filter(breaches).length >= datapoints ? "ALARM" : "OK";
  }
  // All real values count, those of the additional periods too; the rest is filled as the alarm says.
  const filled = missing === "breaching" ? periods - real.length : 0;
  return real.filter(breaches).length + filled >= datapoints ? "ALARM" : "OK";
}

/** @param ago how many periods before the latest one */
function valueAt(
  { metrics, expressions, returned, periodSeconds }: AlarmDefinition,
  measure: Measure,
  now: Date,
  ago: number,
): number | undefined {
  const at = new Date(now.getTime() - (ago + 1) * periodSeconds * 1000);
  const lookUp = (id: string): number | undefined => {
    const metric = metrics.get(id);
    return metric ? measure(metric, at, periodSeconds) : expressions.get(id)?.({ at, lookUp });
  };
  return lookUp(returned);
}

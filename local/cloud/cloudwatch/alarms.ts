/** The template's alarms, and their state by what this cloud measures. */
import type { LogLine } from "../lambda/function-log.ts";
import type { AlarmDefinition } from "./alarm-definition.ts";
import { evaluateAlarm, type State } from "./evaluate-alarm.ts";
import { isMeasured, LiveMetrics, type Measured } from "./live-metrics.ts";

export interface AlarmState extends Pick<AlarmDefinition, "name" | "description"> {
  /** INSUFFICIENT_DATA also for an alarm of which nothing is measured here. */
  readonly state: State;
}

/** @param lines of the functions' logs since the cloud has started */
export function alarmStates(
  cloud: Measured & { readonly alarms: readonly AlarmDefinition[] },
  lines: readonly LogLine[],
): AlarmState[] {
  const now = cloud.context.clock.now();
  const live = new LiveMetrics(cloud, lines);
  const { metricFilters } = cloud;
  return cloud.alarms.map((alarm) => {
    const { name, description, metrics } = alarm;
    const isSeen = [...metrics.values()].some((metric) => isMeasured(metric, metricFilters));
    const state = isSeen
      ? evaluateAlarm(alarm, (...asked) => live.measure(...asked), now)
      : "INSUFFICIENT_DATA";
    return { name, description, state };
  });
}

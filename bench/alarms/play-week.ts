/** Plays the week through alarms, as CloudWatch would evaluate them. */
import type { AlarmDefinition, Metric } from "../../local/cloud/cloudwatch/alarm-definition.ts";
import {
  evaluateAlarm,
  type Measure,
  type State,
} from "../../local/cloud/cloudwatch/evaluate-alarm.ts";
import { minuteOf, minutesOf, signalOf, weekBegins, weekDays } from "./week.ts";

/** A mail that an alarm writes. */
export interface Told {
  /** 1 is Monday. */
  readonly day: number;
  /** In Jakarta, "10:05". */
  readonly time: string;
  /** The alarm's first line. */
  readonly text: string;
  readonly severity: string;
  readonly state: State;
}

const dayMinutes = 24 * 60;
/** Alarms are looked at as often as their shortest period ends. */
const stepMinutes = 5;

/** @returns the mails from Monday to Sunday, in their order. The Sunday before only fills what alarms look back at. */
export function playWeek(alarms: readonly AlarmDefinition[]): Told[] {
  const measure = measureWeek();
  const states = new Map<AlarmDefinition, State>();
  const told: Told[] = [];
  for (let minute = 0; minute <= weekDays * dayMinutes; minute += stepMinutes) {
    const now = new Date(weekBegins.getTime() + minute * 60_000);
    for (const alarm of alarms) {
      const before = states.get(alarm);
      const state = evaluateAlarm(alarm, measure, now, before);
      states.set(alarm, state);
      const isNews = state === "ALARM" ? before !== "ALARM" : state === "OK" && before === "ALARM";
      if (isNews && minute >= dayMinutes) told.push(mailOf(alarm, state, minute));
    }
  }
  return told.filter(({ severity }) => severity !== "dashboard");
}

function mailOf({ description }: AlarmDefinition, state: State, minute: number): Told {
  const [text = "", severity = ""] = description.split("\n");
  const time = new Date((minute % dayMinutes) * 60_000).toISOString().slice(11, 16);
  const day = Math.floor(minute / dayMinutes);
  return { day, time, text, severity: severity.replace("Severity: ", ""), state };
}

function measureWeek(): Measure {
  const known = new Map<string, (number | undefined)[]>();
  return (metric, start, seconds) => {
    const key = JSON.stringify([metric.namespace, metric.name, metric.dimensions]);
    const minutes = known.get(key) ?? minutesOf(signalOf(metric), seedOf(key));
    known.set(key, minutes);
    const from = Math.max(0, minuteOf(start));
    return statisticOf(metric, minutes.slice(from, from + seconds / 60));
  };
}

/** Another seed for each metric, so that they do not all go wrong together. */
function seedOf(text: string): number {
  return [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);
}

function statisticOf({ statistic }: Metric, minutes: (number | undefined)[]): number | undefined {
  const values = minutes.filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  const sum = values.reduce((all, value) => all + value, 0);
  if (statistic === "Sum") return sum;
  if (statistic === "Average") return sum / values.length;
  // A percentile of some minutes is at most that of the worst one.
  return Math.max(...values);
}

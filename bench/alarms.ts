/** How many mails the operators get: the alarms of the templates, and those that counted every single failure, in the same week. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { synthesize } from "../infra/synth.ts";
import { readAssembly } from "../local/cloud/assembly/read-assembly.ts";
import { alarmProperties, readAlarm } from "../local/cloud/cloudwatch/alarm-definition.ts";
import { playWeek, type Told } from "./alarms/play-week.ts";
import { functionFolders, templateAlarms } from "./alarms/template-alarms.ts";
import type { Bench } from "./bench.ts";
import { rounded } from "./measure.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export const alarms: Bench = {
  about: "mails of alarms in a simulated week, and of alarms on any single failure",
  rounds: 1,
  measure: async () => {
    const resources = synthesizedResources();
    const ours = templateAlarms(resources);
    const told = playWeek(ours);
    const single = playWeek(singleFailures([...functionFolders(resources).values()]));
    return {
      lines: [...told.map(lineOf), ...perDay(told, single)],
      ratios: { fewerMails: rounded(single.length / Math.max(1, told.length)) },
      figures: { alarms: ours.length, mails: told.length, mailsOfSingleFailures: single.length },
    };
  },
};

/** @throws Error in one sentence when `npm run build` has not run */
function synthesizedResources() {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
  synthesize({ outdir });
  const resources = readAssembly(outdir).stacks.flatMap(({ template }) =>
    Object.entries(template.Resources ?? {}).map(([id, { Type, Properties = {} }]) => ({
      ...{ id, Type },
      Properties: z.record(z.string(), z.unknown()).parse(Properties),
    })),
  );
  rmSync(outdir, { recursive: true });
  return resources;
}

/** What each function had before decision 0026: an alarm on one crash, throttle or ERROR line in five minutes. */
export function singleFailures(functions: readonly string[]) {
  return functions.map((name) => {
    const stat = (Id: string, Namespace: string, MetricName: string) => {
      const Dimensions = Namespace === "Kartu" ? [] : [{ Name: "FunctionName", Value: name }];
      const Metric = { Namespace, MetricName, Dimensions };
      return { Id, ReturnData: false, MetricStat: { Metric, Period: 300, Stat: "Sum" } };
    };
    const properties = {
      AlarmDescription: `${name} fails\nSeverity: mail`,
      ...{ ComparisonOperator: "GreaterThanThreshold", Threshold: 0, EvaluationPeriods: 1 },
      TreatMissingData: "notBreaching",
      Metrics: [
        { Id: "sum", Expression: "FILL(crashes, 0) + FILL(throttles, 0) + FILL(lines, 0)" },
        stat("crashes", "AWS/Lambda", "Errors"),
        stat("throttles", "AWS/Lambda", "Throttles"),
        stat("lines", "Kartu", `${name}-error-lines`),
      ],
    };
    return readAlarm(alarmProperties(properties).parse(properties), name);
  });
}

const lineOf = ({ day, time, severity, state, text }: Told) =>
  `${days[day - 1]} ${time}  ${severity}  ${state.padEnd(5)}  ${text}`;

function perDay(told: readonly Told[], single: readonly Told[]): string[] {
  const on = (list: readonly Told[], index: number) =>
    list.filter(({ day }) => day === index + 1).length;
  return days.map(
    (name, i) =>
      `${name.padEnd(9)}  ${on(told, i)} mails; on any single failure ${on(single, i)} mails`,
  );
}

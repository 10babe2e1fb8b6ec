/** An alarm of a template: what it measures, and when it rings. */
import * as z from "zod";
import { type Expression, parseExpression } from "./metric-math.ts";

export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** "Sum", "Maximum", "p95" … */
  readonly statistic: string;
}

export interface AlarmDefinition {
  readonly name: string;
  readonly description: string;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly expressions: ReadonlyMap<string, Expression>;
  /** The id of the metric or expression that is compared. */
  readonly returned: string;
  readonly breaches: (value: number) => boolean;
  readonly periodSeconds: number;
  /** In `datapoints` of the latest `periods`. */
  readonly datapoints: number;
  readonly periods: number;
  readonly missing: "breaching" | "notBreaching" | "ignore" | "missing";
  /** ARNs of topics. */
  readonly actions: readonly string[];
}

const dimensions = z
  .array(z.strictObject({ Name: z.string(), Value: z.string() }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ Name, Value }) => [Name, Value])));
const metricSchema = z.strictObject({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: dimensions,
});
const query = z.strictObject({
  Id: z.string(),
  Expression: z.string().optional(),
  Label: z.string().optional(),
  Period: z.coerce.number().optional(),
  ReturnData: z.boolean().default(true),
  MetricStat: z
    .strictObject({
      Metric: metricSchema,
      Period: z.coerce.number(),
      Stat: z.string(),
      Unit: z.string().optional(),
    })
    .optional(),
});

const comparisons = {
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
};

const rules = z.object({
  AlarmName: z.string().optional(),
  AlarmDescription: z.string().default(""),
  ComparisonOperator: z.enum([
    "GreaterThanThreshold",
    "GreaterThanOrEqualToThreshold",
    "LessThanThreshold",
    "LessThanOrEqualToThreshold",
  ]),
  Threshold: z.coerce.number(),
  EvaluationPeriods: z.coerce.number(),
  DatapointsToAlarm: z.coerce.number().optional(),
  TreatMissingData: z.enum(["breaching", "notBreaching", "ignore", "missing"]).default("missing"),
  EvaluateLowSampleCountPercentile: z.enum(["ignore", "evaluate"]).optional(),
  AlarmActions: z.array(z.string()).default([]),
  OKActions: z.array(z.string()).default([]),
});
const onOneMetric = rules.extend({
  ...metricSchema.shape,
  Period: z.coerce.number(),
  Statistic: z.string().optional(),
  ExtendedStatistic: z.string().optional(),
});
const onSeveral = rules.extend({ Metrics: z.array(query) });
type Properties = z.output<typeof onSeveral> | z.output<typeof onOneMetric>;

/** The schema of an alarm's properties: of one metric, or of several. */
export const alarmProperties = (properties: object) =>
  "Metrics" in properties ? onSeveral : onOneMetric;

/** @throws Error naming what this cloud does not compute */
export function readAlarm(properties: Properties, name: string): AlarmDefinition {
  const { Threshold, ComparisonOperator, EvaluationPeriods, DatapointsToAlarm } = properties;
  const compare = comparisons[ComparisonOperator];
  return {
    name: properties.AlarmName ?? name,
    description: properties.AlarmDescription,
    ...readMetrics(properties),
    breaches: (value) => compare(value, Threshold),
    periods: EvaluationPeriods,
    datapoints: DatapointsToAlarm ?? EvaluationPeriods,
    missing: properties.TreatMissingData,
    actions: properties.AlarmActions,
  };
}

type Measured = Pick<AlarmDefinition, "metrics" | "expressions" | "returned" | "periodSeconds">;

function readMetrics(properties: Properties): Measured {
  if (!("Metrics" in properties)) {
    const statistic = properties.Statistic ?? properties.ExtendedStatistic ?? "";
    return {
      metrics: new Map([["m", metricOf(properties, statistic)]]),
      expressions: new Map(),
      returned: "m",
      periodSeconds: properties.Period,
    };
  }
  const { Metrics } = properties;
  const stats = Metrics.flatMap(({ Id, MetricStat }) =>
    MetricStat ? [{ Id, ...MetricStat }] : [],
  );
  const formulas = Metrics.flatMap(({ Id, Expression: text }) =>
    text === undefined ? [] : [[Id, parseExpression(text)] as const],
  );
  const [returned, ...others] = Metrics.filter(({ ReturnData }) => ReturnData);
  if (!returned || others.length > 0) throw new Error("exactly one metric is compared");
  return {
    metrics: new Map(stats.map(({ Id, Metric: metric, Stat }) => [Id, metricOf(metric, Stat)])),
    expressions: new Map(formulas),
    returned: returned.Id,
    periodSeconds: Math.max(...stats.map(({ Period }) => Period)),
  };
}

function metricOf(
  { Namespace, MetricName, Dimensions }: z.output<typeof metricSchema>,
  statistic: string,
): Metric {
  return { namespace: Namespace, name: MetricName, dimensions: Dimensions, statistic };
}

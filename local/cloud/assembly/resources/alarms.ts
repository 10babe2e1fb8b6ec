import * as z from "zod";
import { type Deployer, physicalName } from "../deployer.ts";

const metricSchema = z.looseObject({
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Period: z.coerce.number().optional(),
  Dimensions: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).default([]),
});
const alarmProperties = metricSchema.extend({
  AlarmName: z.string().optional(),
  AlarmDescription: z.string().default(""),
  ComparisonOperator: z.string().optional(),
  Threshold: z.coerce.number().optional(),
  Metrics: z
    .array(
      z.looseObject({
        MetricStat: z
          .looseObject({ Metric: metricSchema, Period: z.coerce.number().optional() })
          .optional(),
      }),
    )
    .default([]),
});

/** Only alarms on values above zero are computed here. */
export const deployAlarm: Deployer = (resource, { alarms, context }) => {
  const alarm = alarmProperties.parse(resource.properties);
  const stats = alarm.Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat] : []));
  const metrics = [alarm, ...stats.map(({ Metric: metric }) => metric)];
  const isWatched = alarm.Threshold === 0 && alarm.ComparisonOperator === "GreaterThanThreshold";
  const valuesOf = (namespace: string, metricName: string, dimension: string) =>
    metrics
      .filter((each) => isWatched && each.Namespace === namespace && each.MetricName === metricName)
      .flatMap(({ Dimensions }) => Dimensions)
      .flatMap(({ Name, Value }) => (Name === dimension ? [Value] : []));
  const name = alarm.AlarmName ?? physicalName(resource, 255);
  alarms.push({
    name,
    description: alarm.AlarmDescription,
    periodSeconds: Math.max(alarm.Period ?? 60, ...stats.map(({ Period }) => Period ?? 60)),
    functions: valuesOf("AWS/Lambda", "Errors", "FunctionName"),
    queues: valuesOf("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName"),
  });
  const arn = `arn:aws:cloudwatch:${context.region}:${context.account}:alarm:${name}`;
  return { ref: name, attributes: { Arn: arn } };
};

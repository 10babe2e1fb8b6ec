/** Metric filters of log groups: what counts the lines that functions write. */
import * as z from "zod";

export interface MetricFilter {
  readonly logGroup: string;
  readonly namespace: string;
  readonly name: string;
  readonly matches: (line: unknown) => boolean;
}

export const metricFilterProperties = z.strictObject({
  LogGroupName: z.string(),
  FilterPattern: z.string(),
  FilterName: z.string().optional(),
  MetricTransformations: z.tuple([
    z.strictObject({
      MetricNamespace: z.string(),
      MetricName: z.string(),
      MetricValue: z.literal("1", "only lines are counted here"),
      // A period without lines has no value here either.
      DefaultValue: z.coerce.number().optional(),
      Unit: z.string().optional(),
      Dimensions: z
        .array(z.strictObject({ Key: z.string(), Value: z.string().startsWith("$.") }))
        .max(3)
        .optional(),
    }),
  ]),
});

export function readMetricFilter(
  properties: z.output<typeof metricFilterProperties>,
): MetricFilter {
  const [{ MetricNamespace, MetricName }] = properties.MetricTransformations;
  return {
    logGroup: properties.LogGroupName,
    namespace: MetricNamespace,
    name: MetricName,
    matches: parsePattern(properties.FilterPattern),
  };
}

const comparison = /^\(?\s*\$\.(?<path>[\w.]+)\s*(?<operator>=|!=)\s*"(?<wanted>[^"]*)"\s*\)?$/;

/**
 * A pattern of comparisons of texts, all of which must hold. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * @throws Error for any other one
 */
function parsePattern(pattern: string): MetricFilter["matches"] {
  const [, inner = ""] = /^\{(.*)\}$/s.exec(pattern.trim()) ?? [];
  const tests = inner.split("&&").map((part) => {
    const { path, operator, wanted } = comparison.exec(part.trim())?.groups ?? {};
    if (path === undefined) throw new Error(`the pattern ${pattern} is not one that is known here`);
    return (line: unknown) => {
      const value = valueAt(line, path.split("."));
      return operator === "=" ? value === wanted : value !== undefined && value !== wanted;
    };
  });
  return (line) => tests.every((test) => test(line));
}

const object = z.record(z.string(), z.unknown());

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((at, name) => object.safeParse(at).data?.[name], value);
}

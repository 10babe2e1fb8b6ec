import { Stack, type StackProps } from "aws-cdk-lib";
import { MathExpression, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { Alarms, alarmPeriod, mostOfAQuarterHour } from "../constructs/alarms.ts";
import { notWatched } from "../constructs/not-watched.ts";
import type { Settings } from "../settings.ts";
import type { WebStack } from "./web-stack.ts";

/**
 * Alarms on the distribution and its functions. CloudFront has its metrics in us-east-1 alone, and an alarm sees the metrics and
 * topics of its own region.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export class WatchStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { settings, web, ...props }: StackProps & { settings: Settings; web: WebStack },
  ) {
    super(scope, id, props);
    const alarms = new Alarms(this, settings);
    notWatched(
      alarms.key,
      "Without it no alarm of this region arrives, so an alarm on it would not either. The canary pages from the other region.",
    );
    this.#watchDistribution(alarms, web.distributionId);
    for (const [name, functionName] of Object.entries(web.viewerFunctions)) {
      this.#watchFunction(alarms, name, functionName);
    }
  }

  #watchDistribution(alarms: Alarms, DistributionId: string): void {
    alarms.watch(new Construct(this, "distribution"), {
      metric: new MathExpression({
        expression: "IF(requests >= 20, errors, 0)",
        usingMetrics: {
          requests: cloudFront("Requests", Stats.SUM, { DistributionId }),
          errors: cloudFront("5xxErrorRate", Stats.AVERAGE, { DistributionId }),
        },
        period: alarmPeriod,
        label: "errors, percent of the requests",
      }),
      severity: "page",
      whenItFails: "Pages or answers do not arrive: CloudFront answers with errors",
      mutedBy: "DistributionAlarm",
      threshold: { above: 5 },
      periods: mostOfAQuarterHour,
    });
  }

  #watchFunction(alarms: Alarms, name: string, FunctionName: string): void {
    const bad = "(FILL(failures, 0) + FILL(invalid, 0) + FILL(throttles, 0))";
    const sum = (metricName: string) => cloudFront(metricName, Stats.SUM, { FunctionName });
    alarms.watch(new Construct(this, name), {
      metric: new MathExpression({
        // A few are none: at night they would be a large share.
        expression: `IF(${bad} >= 10, 100 * ${bad} / calls, 0)`,
        usingMetrics: {
          calls: sum("FunctionInvocations"),
          failures: sum("FunctionExecutionErrors"),
          invalid: sum("FunctionValidationErrors"),
          throttles: sum("FunctionThrottles"),
        },
        period: alarmPeriod,
        label: "failures, percent of the calls",
      }),
      severity: "page",
      whenItFails: "Requests fail in a CloudFront function before they reach us",
      which: name,
      threshold: { above: 1 },
      periods: mostOfAQuarterHour,
    });
  }
}

function cloudFront(
  metricName: string,
  statistic: string,
  dimensions: Readonly<Record<string, string>>,
): Metric {
  return new Metric({
    namespace: "AWS/CloudFront",
    metricName,
    dimensionsMap: { ...dimensions, Region: "Global" },
    statistic,
    period: alarmPeriod,
  });
}

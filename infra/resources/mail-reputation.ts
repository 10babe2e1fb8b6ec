import { Duration } from "aws-cdk-lib";
import { Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";

/**
 * SES reviews an account from 5 % bounces or 0.1 % complaints on, and pauses it from 10 % and 0.5 % on. These alarms ring below.
 * "Creating reputation monitoring alarms using CloudWatch",
 * https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-cloudwatch-alarm.html
 */
export class MailReputation extends Construct {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "mail-reputation");
    const rate = (metricName: string) =>
      new Metric({
        namespace: "AWS/SES",
        metricName,
        statistic: Stats.AVERAGE,
        period: Duration.hours(1),
      });
    alarms.watch(
      this,
      {
        metric: rate("Reputation.BounceRate"),
        severity: "mail",
        whenItFails: "Many mails come back, and SES may soon stop sending",
        threshold: { above: 0.04 },
        missing: "stays",
      },
      "bounces-alarm",
    );
    alarms.watch(
      this,
      {
        metric: rate("Reputation.ComplaintRate"),
        severity: "mail",
        whenItFails: "Many people call our mails spam, and SES may soon stop sending",
        threshold: { above: 0.0008 },
        missing: "stays",
      },
      "complaints-alarm",
    );
  }
}

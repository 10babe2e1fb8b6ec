import { Aws, CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** Over how long a metric is summed. */
export const alarmPeriod = Duration.minutes(5);

/**
 * Who hears of an alarm: "page" at any hour, because people are turned away; "mail" in the morning; "dashboard" nobody, it is only
 * shown (docs/decisions/0026-alarms.md).
 */
export type Severity = "page" | "mail" | "dashboard";

/** What an alarm says. */
export interface Told {
  readonly severity: Severity;
  /** What people lose: the alarm's text, and the heading of its entry in docs/runbook.md. */
  readonly whenItFails: string;
  /** Which of several alike it is: they share an entry. */
  readonly which?: string;
  /** Whether it is about the keys: then it pages through a topic that needs no key of ours. */
  readonly aboutKeys?: boolean;
  /** The stack's output with the alarm's name, of one that rings while the site is closed: an operator mutes it meanwhile (decision 0030). */
  readonly mutedBy?: string;
}

export interface Watch extends Told {
  readonly metric: IMetric;
  /** The value that is too much or too little, in the metric's unit. */
  readonly threshold: { readonly above: number } | { readonly below: number };
  /** In how many of how many periods, one after the other; in the first one unless said. */
  readonly periods?: { readonly breaching: number; readonly of: number };
  /** What a period without a value is, or whether the alarm stays as it was; "fine" unless said. */
  readonly missing?: keyof typeof treatments;
}

/** A quarter of an hour of which most is bad: one bad period is none. */
export const mostOfAQuarterHour = { breaching: 2, of: 3 };

/** «Limits», Amazon CloudWatch User Guide: an alarm on an expression refers to at most so many metrics. */
const metricsOfAnAlarm = 10;

const treatments = {
  fine: TreatMissingData.NOT_BREACHING,
  breaching: TreatMissingData.BREACHING,
  stays: TreatMissingData.IGNORE,
};

/**
 * Two topics, each with a mailbox, because CloudWatch sends an alarm to topics and knows no severity. An alarm can write only to
 * a topic of its own region.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class Alarms extends Construct {
  readonly key: Key;
  readonly #topics: Readonly<Record<Exclude<Severity, "dashboard">, Topic>>;
  readonly #settings: AlarmSettings;
  #keylessPage: Topic | undefined;

  constructor(scope: Construct, settings: AlarmSettings) {
    super(scope, "alarms");
    this.#settings = settings;
    // The topics have their own key, because CloudWatch may not use the default key of SNS.
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (compatibility with AWS services)
    // The condition is right for CloudWatch, and would be wrong for EventBridge, whose calls of KMS lack the account: «Grants the
    // CloudWatch alarm service principal what it needs», AWS's Modern Data Architecture Accelerator.
    this.key = new Key(this, "key", {
      description: "Kartu ASN: encrypts alarms on their way to the mailbox",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    this.#topics = {
      page: newTopic(this, "page", pageEmail(settings), this.key),
      mail: newTopic(this, "mail", settings.alarmEmail, this.key),
    };
  }

  /**
   * Makes an alarm that also writes when it is over.
   * @param id in `scope`; only the second one needs it
   * @throws Error for an expression of more metrics than CloudWatch takes
   */
  watch(scope: Construct, watch: Watch, id = "alarm"): void {
    const { metric, severity, threshold, periods, missing = "fine", aboutKeys, mutedBy } = watch;
    requireFewMetrics(scope, metric);
    const [value, comparisonOperator] =
      "above" in threshold
        ? [threshold.above, ComparisonOperator.GREATER_THAN_THRESHOLD]
        : [threshold.below, ComparisonOperator.LESS_THAN_THRESHOLD];
    const alarm = new Alarm(scope, id, {
      metric,
      alarmDescription: this.#text(watch),
      threshold: value,
      comparisonOperator,
      evaluationPeriods: periods?.of ?? 1,
      datapointsToAlarm: periods?.breaching ?? 1,
      treatMissingData: treatments[missing],
    });
    if (mutedBy) new CfnOutput(Stack.of(scope), mutedBy, { value: alarm.alarmName });
    if (severity === "dashboard") return;
    const topic = aboutKeys ? this.#keyless() : this.#topics[severity];
    const action = new SnsAction(topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }

  /**
   * The topic of alarms about our keys: whoever disables all of them silences every other topic. Its mails say no more than that
   * a key is disabled, and SNS stores them on encrypted disks («Amazon SNS data encryption», Developer Guide). The key that AWS
   * manages for SNS, which nobody can disable, is no choice: CloudWatch may not use it.
   */
  #keyless(): Topic {
    this.#keylessPage ??= newTopic(this, "page-without-key", pageEmail(this.#settings));
    return this.#keylessPage;
  }

  /** What the mail says: what people lose, who hears of it, and where to read on. */
  #text({ severity, whenItFails, which }: Told): string {
    const address = `${this.#settings.runbookUrl}#${anchorOf(whenItFails)}`;
    const what = which === undefined ? whenItFails : `${whenItFails} (${which})`;
    return `${what}
Severity: ${severity}
${address}`;
  }
}

type AlarmSettings = Pick<Settings, "alarmEmail" | "pageEmail" | "runbookUrl">;

const pageEmail = (settings: AlarmSettings): string => settings.pageEmail ?? settings.alarmEmail;

function newTopic(scope: Construct, id: string, email: string, masterKey?: Key): Topic {
  const topic = new Topic(scope, id, { enforceSSL: true, ...(masterKey && { masterKey }) });
  topic.addSubscription(new EmailSubscription(email));
  // A topic with its own policy has no default policy, which would let CloudWatch publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  return topic;
}

function requireFewMetrics({ node }: Construct, metric: IMetric): void {
  const { mathExpression } = metric.toMetricConfig();
  const count = Object.keys(mathExpression?.usingMetrics ?? {}).length;
  if (count <= metricsOfAnAlarm) return;
  throw new Error(
    `The alarm of ${node.path} is on ${count} metrics; CloudWatch takes ${metricsOfAnAlarm}.`,
  );
}

/** The address of a heading inside its page, as GitHub and GitLab make it. */
function anchorOf(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "");
  return kept.replaceAll(" ", "-");
}

import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
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

/** Over how long a metric is summed. */
export const alarmPeriod = Duration.minutes(5);

/** Every alarm goes to one topic and one mailbox. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, { email }: { email: string }) {
    super(scope, "alarms");
    // The topic has its own key, because CloudWatch may not use the default key of SNS.
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (compatibility with AWS services)
    const masterKey = new Key(this, "key", {
      description: "Kartu ASN: encrypts alarms on their way to the mailbox",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    masterKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    this.#topic = new Topic(this, "topic", { enforceSSL: true, masterKey });
    this.#topic.addSubscription(new EmailSubscription(email));
    // A topic with its own policy has no default policy, which would let CloudWatch publish.
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
  }

  /**
   * Writes to the mailbox as soon as the metric is above zero.
   * @param whenItFails what people lose: the alarm's text, and the heading of its entry in docs/runbook.md
   */
  watch(scope: Construct, metric: IMetric, whenItFails: string): void {
    const alarm = new Alarm(scope, "alarm", {
      metric,
      alarmDescription: whenItFails,
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}

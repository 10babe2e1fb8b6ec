import { Aws, Duration } from "aws-cdk-lib";
import { MathExpression, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { type Alarms, alarmPeriod, type Told } from "./alarms.ts";
import type { NodeFunction } from "./node-function.ts";
import { type AlarmedProps, acknowledgeLastQueue, attempts, DeadLetterQueue } from "./queues.ts";

/** The jobs of one function, each with its times. A start that fails goes to a dead-letter queue, with an alarm. */
export class Schedules extends Construct {
  readonly #to: NodeFunction;
  readonly #alarms: Alarms;
  readonly #role: Role;
  readonly #failures: DeadLetterQueue;

  constructor(to: NodeFunction, alarmed: AlarmedProps) {
    super(to, "schedules");
    this.#to = to;
    this.#alarms = alarmed.alarms;
    this.#failures = new DeadLetterQueue(this, "failures", alarmed);
    acknowledgeLastQueue(this.#failures);
    const { queueArn } = this.#failures.queue;
    this.#role = new Role(this, "role", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    });
    // We write the statements, because the grants of CDK also allow every version of the function.
    this.#role.addToPolicy(
      new PolicyStatement({
        actions: ["lambda:InvokeFunction"],
        resources: [to.lambda.functionArn],
      }),
    );
    this.#role.addToPolicy(
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queueArn] }),
    );
  }

  /**
   * @param expression "rate(…)" or "cron(…)", in Jakarta time
   * @param stops the alarm when the job has not succeeded for so long
   */
  run(job: string, expression: string, stops: StoppedProps): void {
    this.#watch(job, stops);
    new CfnSchedule(this, job, {
      scheduleExpression: expression,
      scheduleExpressionTimezone: "Asia/Jakarta",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: this.#to.lambda.functionArn,
        roleArn: this.#role.roleArn,
        input: JSON.stringify({ job }),
        retryPolicy: { maximumRetryAttempts: attempts, maximumEventAgeInSeconds: 3600 },
        deadLetterConfig: { arn: this.#failures.queue.queueArn },
      },
    });
  }

  /** Counts what has succeeded, so that a job that fails and one that is not started are the same. */
  #watch(job: string, { within, ...told }: StoppedProps): void {
    // Periods shorter than an hour may cover a day at most.
    const period = within.toMinutes() <= 24 * 60 ? alarmPeriod : Duration.hours(1);
    const sum = { period, statistic: Stats.SUM };
    const periods = Math.ceil(within.toMinutes() / period.toMinutes());
    this.#alarms.watch(
      this,
      {
        metric: new MathExpression({
          expression: "FILL(calls, 0) - FILL(crashes, 0)",
          usingMetrics: {
            calls: this.#to.lambda.metricInvocations(sum),
            crashes: this.#to.lambda.metricErrors(sum),
          },
          period,
          label: `${job} succeeds`,
        }),
        ...told,
        threshold: { below: 1 },
        periods: { breaching: periods, of: periods },
        missing: "breaching",
      },
      `${job}-alarm`,
    );
  }
}

interface StoppedProps extends Told {
  readonly within: Duration;
}

import { Aws } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import type { NodeFunction } from "./node-function.ts";
import { type AlarmedProps, acknowledgeLastQueue, attempts, DeadLetterQueue } from "./queues.ts";

/** The jobs of one function, each with its times. A start that fails goes to a dead-letter queue, with an alarm. */
export class Schedules extends Construct {
  readonly #to: NodeFunction;
  readonly #role: Role;
  readonly #failures: DeadLetterQueue;

  constructor(to: NodeFunction, alarmed: AlarmedProps) {
    super(to, "schedules");
    this.#to = to;
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

  /** @param expression "rate(…)" or "cron(…)", in Jakarta time */
  run(job: string, expression: string): void {
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
}

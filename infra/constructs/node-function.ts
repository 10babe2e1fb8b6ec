import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  type IMetric,
  MathExpression,
  Metric,
  type MetricOptions,
  Stats,
} from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  type ILayerVersion,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Artifacts } from "../artifacts.ts";
import { fullConcurrency, type Settings } from "../settings.ts";
import { acknowledge } from "./acknowledge.ts";
import {
  type Alarms,
  alarmPeriod,
  mostOfAQuarterHour,
  type Severity,
  type Told,
  type Watch,
} from "./alarms.ts";
import { functionCode } from "./function-code.ts";

export interface NodeFunctionProps {
  readonly artifacts: Artifacts;
  readonly alarms: Alarms;
  /** See `Watch`. */
  readonly whenItFails: string;
  /** Of the alarm on its failures. */
  readonly severity: Severity;
  readonly settings: Pick<Settings, "lambdaConcurrency">;
  /**
   * How many run at the same time at most. It limits what a flood costs and leaves room for the other functions. It is reserved
   * only in an account that has enough concurrency.
   */
  readonly concurrency: number;
  readonly memoryMiB: number;
  readonly timeout: Duration;
  readonly layers?: ILayerVersion[];
  /**
   * It sends messages to the queue that starts it. Unless that is allowed, Lambda ends such a chain after about 16 invocations («Use
   * Lambda recursive loop detection to prevent infinite loops», AWS Lambda Developer Guide).
   */
  readonly sendsToItself?: true;
  /** A schedule starts it once an hour or a night: then two runs that end in an error within a quarter of an hour are a failure. */
  readonly startsSeldom?: true;
}

export interface AllowOptions {
  /** In IAM's condition language. */
  readonly conditions?: Record<string, Record<string, unknown>>;
  /** The reason why a resource has to end in "*". */
  readonly wildcard?: string;
}

/** What is said when more lines of the log have a message than may. */
export interface CountWatch extends Told, Pick<Watch, "periods"> {
  readonly above?: number;
  /** Over how long they are counted. */
  readonly period?: Duration;
}

/** Of what is counted in logs. */
export const metricNamespace = "Kartu";

/** A function of ours, `functions/<name>`: bundle, log, role and alarm, with the same defaults for all. */
export class NodeFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly #log: LogGroup;
  readonly #statements = new Map<string, PolicyStatement>();

  constructor(scope: Construct, name: string, props: NodeFunctionProps) {
    super(scope, name);
    const log = newLog(this);
    // We make the role, because the one of CDK may write to every log of the account.
    const role = new Role(this, "role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    });
    log.grantWrite(role);
    this.#log = log;
    this.lambda = new LambdaFunction(this, "function", {
      description: `functions/${name}`,
      code: functionCode(name, props.artifacts),
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMiB,
      timeout: props.timeout,
      ...(props.settings.lambdaConcurrency >= fullConcurrency && {
        reservedConcurrentExecutions: props.concurrency,
      }),
      layers: props.layers ?? [],
      ...(props.sendsToItself && { recursiveLoop: RecursiveLoop.ALLOW }),
      loggingFormat: LoggingFormat.JSON,
      logGroup: log,
      role,
      // Lambda records one call a second and a twentieth of the others: name, times, outcome; nothing that was asked (decision 0031).
      tracing: Tracing.ACTIVE,
    });
    acknowledge(this, {
      "AwsSolutions-IAM5[Resource::*]":
        "X-Ray has no resources: whoever may write traces writes them.",
    });
    const { severity, whenItFails } = props;
    props.alarms.watch(this, {
      ...{ severity, whenItFails },
      ...(props.startsSeldom ? this.#failedRuns(name) : this.#failingShare(name)),
    });
  }

  /**
   * Lets the function do these things to these resources, and nothing else. What is allowed under the same conditions of the same
   * resources becomes one statement: a role's policies have 10,240 characters («IAM and AWS STS quotas»), half of them ARNs.
   */
  allow(
    actions: readonly string[],
    resources: readonly string[],
    { conditions = {}, wildcard }: AllowOptions = {},
  ): void {
    const statement = this.#statementOf(actions, resources, conditions);
    statement.addActions(...actions);
    statement.addResources(...resources);
    if (!wildcard) return;
    for (const resource of resources.filter((each) => each.includes("*"))) {
      const finding = resource.replace(/^.*\}/, "…");
      acknowledge(this, { [`AwsSolutions-IAM5[Resource::${finding}]`]: wildcard });
    }
  }

  /** One for each resource, and one for all indexes with the same actions: a role's policies have a limit of characters. */
  #statementOf(
    actions: readonly string[],
    resources: readonly string[],
    conditions: NonNullable<AllowOptions["conditions"]>,
  ): PolicyStatement {
    const areIndexes = resources.every((each) => each.includes("/index/"));
    const key = JSON.stringify([areIndexes ? actions : resources, conditions]);
    const known = this.#statements.get(key);
    if (known) return known;
    const statement = new PolicyStatement({ conditions });
    this.#statements.set(key, statement);
    this.lambda.addToRolePolicy(statement);
    return statement;
  }

  /**
   * Counts the log's lines with this message, as a metric of that name.
   * @param by a field of these lines with few values: each value is a metric of its own, and none may say who somebody is
   */
  count(message: string, by?: "result" | "outcome"): void {
    new MetricFilter(this, `count ${message}`, {
      logGroup: this.#log,
      filterPattern: FilterPattern.stringValue("$.message", "=", message),
      metricNamespace,
      metricName: message,
      ...(by && { dimensions: { [by]: `$.${by}` } }),
    });
  }

  /** Counts the log's lines with this message, and watches how many there are. More than none is too many unless said. */
  watchCount(
    alarms: Alarms,
    message: string,
    { above = 0, period = alarmPeriod, ...told }: CountWatch,
  ): void {
    this.count(message);
    const counted = { namespace: metricNamespace, metricName: message, statistic: Stats.SUM };
    const metric = new Metric({ ...counted, period });
    alarms.watch(this, { ...told, metric, threshold: { above } }, message);
  }

  /** Gives the function a setting (an environment variable). */
  set(name: string, value: string): void {
    this.lambda.addEnvironment(name, value);
  }

  /**
   * Lambda repeats a run that fails after one minute and after two more («How Lambda handles errors and retries with asynchronous
   * invocation»), so all tries of one that takes five minutes begin within fifteen. One crash that a repetition made up for is none. ERROR
   * lines count where nothing crashed: they tell what was left out.
   */
  #failedRuns(name: string): Pick<Watch, "metric" | "threshold"> {
    const sum = { period: Duration.minutes(15), statistic: Stats.SUM };
    const metric = new MathExpression({
      expression: "IF(FILL(crashes, 0) > 0, FILL(crashes, 0), FILL(lines, 0))",
      usingMetrics: { crashes: this.lambda.metricErrors(sum), lines: this.#errorLines(name, sum) },
      period: sum.period,
      label: `${name}: runs that failed`,
    });
    return { metric, threshold: { above: 1 } };
  }

  /**
   * How many percent of the calls fail: crashes, throttled starts and ERROR lines, because an API that answers 500 has not
   * crashed. A few failures are none: what is tried again or dead is told by its queue.
   */
  #failingShare(name: string): Pick<Watch, "metric" | "threshold" | "periods"> {
    const sum = { period: alarmPeriod, statistic: Stats.SUM };
    const failures = "(FILL(crashes, 0) + FILL(throttles, 0) + FILL(lines, 0))";
    const metric = new MathExpression({
      expression: `IF(${failures} >= ${fewestFailures}, 100 * ${failures} / (FILL(calls, 0) + FILL(throttles, 0)), 0)`,
      usingMetrics: {
        calls: this.lambda.metricInvocations(sum),
        crashes: this.lambda.metricErrors(sum),
        throttles: this.lambda.metricThrottles(sum),
        lines: this.#errorLines(name, sum),
      },
      period: alarmPeriod,
      label: `${name} fails, percent of its calls`,
    });
    return { metric, threshold: { above: tolerablePercent }, periods: mostOfAQuarterHour };
  }

  #errorLines(name: string, sum: MetricOptions): IMetric {
    const lines = new MetricFilter(this, "error-lines", {
      logGroup: this.#log,
      filterPattern: FilterPattern.stringValue("$.level", "=", "ERROR"),
      metricNamespace,
      metricName: `${name}-error-lines`,
      // So that the metric has a value whenever the function runs.
      defaultValue: 0,
    });
    return lines.metric(sum);
  }
}

/** From so many failures in a period on, a function counts as failing when they are more than this share of its calls. */
const fewestFailures = 3;
const tolerablePercent = 5;

/** The security log is in it: an inquiry needs it for a year, whatever happens to the stack (decision 0031). */
function newLog(scope: Construct): LogGroup {
  return new LogGroup(scope, "log", {
    retention: RetentionDays.THIRTEEN_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
}

import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { type IMetric, MathExpression, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { EdgeKey } from "../resources/edge-key.ts";
import type { Settings } from "../settings.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Alarms, alarmPeriod, mostOfAQuarterHour } from "./alarms.ts";
import { metricNamespace, type NodeFunction } from "./node-function.ts";

/** The log does not say who asked: it has no address, no path with an id, no query with a name. */
const logFormat = {
  requestId: "$context.requestId",
  at: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  bytes: "$context.responseLength",
  integrationError: "$context.integrationErrorMessage",
};

/** The HTTP API behind the site's `/api/*`. Each function takes a path and all below it, and routes inside. */
export class Api extends Construct {
  readonly #api: HttpApi;
  readonly #checkAnswers: boolean;
  readonly #integrations = new Map<NodeFunction, HttpLambdaIntegration>();
  readonly edgeKey: EdgeKey;

  constructor(
    scope: Construct,
    {
      checkAnswers,
      edgeKeyVersion,
      alarms,
    }: Pick<Settings, "checkAnswers" | "edgeKeyVersion"> & { alarms: Alarms },
  ) {
    super(scope, "api");
    this.#checkAnswers = checkAnswers;
    this.edgeKey = new EdgeKey(this, { edgeKeyVersion });
    this.#api = new HttpApi(this, "http", { createDefaultStage: false });
    const log = new LogGroup(this, "access-log", {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#api.addStage("stage", {
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(logFormat)),
      },
    });
    acknowledge(this, {
      "AwsSolutions-APIG4":
        "The functions authorise by our own session cookie; logging in and verifying a card are for everyone.",
    });
    this.#watch(alarms);
    new CfnOutput(Stack.of(this), "ApiUrl", { value: this.#api.apiEndpoint });
  }

  get requests(): IMetric {
    return this.#api.metricCount({ period: alarmPeriod, statistic: Stats.SUM, label: "requests" });
  }

  get errors(): IMetric {
    return this.#api.metricServerError({
      period: alarmPeriod,
      statistic: Stats.SUM,
      label: "errors",
    });
  }

  /** Milliseconds within which so many percent of the answers came. */
  latency(percent: number): IMetric {
    return this.#api.metricLatency({
      period: alarmPeriod,
      statistic: Stats.percentile(percent),
      label: `${percent} %`,
    });
  }

  /** Host name, for the distribution. */
  get host(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `${this.#api.apiId}.execute-api.${region}.${urlSuffix}`;
  }

  /** Calls around CloudFront and its firewall, which each function refuses. It has no alarm: a stranger could ring it (decision 0026). */
  get bypasses(): IMetric {
    return new Metric({
      namespace: metricNamespace,
      metricName: "security.refused",
      dimensionsMap: { outcome: "site-bypassed" },
      period: alarmPeriod,
      statistic: Stats.SUM,
      label: "around the firewall",
    });
  }

  route(path: string, to: NodeFunction): void {
    const integration = this.#integrations.get(to) ?? this.#integrate(to);
    for (const each of [path, `${path}/{proxy+}`]) {
      this.#api.addRoutes({ path: each, methods: [HttpMethod.ANY], integration });
    }
  }

  /**
   * One integration and one permission for each function, whatever its paths: a stack has 500 resources («Understand CloudFormation
   * quotas»), and only the API's own routes lead to a function anyway.
   */
  #integrate(to: NodeFunction): HttpLambdaIntegration {
    to.count("security.refused", "outcome");
    to.set("CHECK_ANSWERS", String(this.#checkAnswers));
    this.edgeKey.grantCheck(to);
    const integration = new HttpLambdaIntegration(to.node.id, to.lambda, {
      scopePermissionToRoute: false,
    });
    this.#integrations.set(to, integration);
    return integration;
  }

  /** Long: three alarms. */
  #watch(alarms: Alarms): void {
    const share = new MathExpression({
      expression: "IF(answers >= 20, 100 * FILL(errors, 0) / answers, 0)",
      usingMetrics: { answers: this.requests, errors: this.errors },
      period: alarmPeriod,
      label: "errors, percent of the answers",
    });
    alarms.watch(
      this,
      {
        metric: share,
        severity: "page",
        whenItFails: "Many requests end in an error, and people cannot go on",
        threshold: { above: 5 },
        periods: mostOfAQuarterHour,
      },
      "errors-alarm",
    );
    alarms.watch(
      this,
      {
        metric: this.latency(95),
        severity: "mail",
        whenItFails: "People wait long for answers",
        threshold: { above: 3000 },
        periods: { breaching: 4, of: 6 },
      },
      "latency-alarm",
    );
    const perHour = { period: Duration.hours(1), statistic: Stats.SUM };
    alarms.watch(
      this,
      {
        // UTC: from 9 to 15 o'clock in Jakarta, Monday to Friday. The canary asks all the time, so there is always a value; if
        // even its requests do not arrive, its own alarm pages.
        metric: new MathExpression({
          expression: `IF(DAY(asked) < 6 AND HOUR(asked) >= 2 AND HOUR(asked) < 8, asked, ${quietHour})`,
          usingMetrics: { asked: this.#api.metricCount(perHour) },
          period: perHour.period,
          label: "requests in office hours",
        }),
        severity: "mail",
        whenItFails: "Nobody uses the site although offices are open",
        mutedBy: "TrafficAlarm",
        threshold: { below: quietHour },
        periods: { breaching: 2, of: 2 },
      },
      "traffic-alarm",
    );
  }
}

/** Requests: the 24 of the canary in an hour, and next to none of people. */
const quietHour = 30;

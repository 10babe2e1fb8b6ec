import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { acknowledge } from "./acknowledge.ts";
import type { NodeFunction } from "./node-function.ts";

/** The log does not say who asked: it has no address, no path with an id, no query with a name. */
const logFormat = {
  requestId: "$context.requestId",
  at: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  integrationError: "$context.integrationErrorMessage",
};

/** The HTTP API behind the site's `/api/*`. Each function takes a path and all below it, and routes inside. */
export class Api extends Construct {
  readonly #api: HttpApi;
  readonly #checkAnswers: boolean;

  constructor(scope: Construct, { checkAnswers }: Pick<Settings, "checkAnswers">) {
    super(scope, "api");
    this.#checkAnswers = checkAnswers;
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
    new CfnOutput(Stack.of(this), "ApiUrl", { value: this.#api.apiEndpoint });
  }

  /** Host name, for the distribution. */
  get host(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `${this.#api.apiId}.execute-api.${region}.${urlSuffix}`;
  }

  route(path: string, to: NodeFunction): void {
    to.set("CHECK_ANSWERS", String(this.#checkAnswers));
    const integration = new HttpLambdaIntegration(to.node.id, to.lambda);
    for (const each of [path, `${path}/{proxy+}`]) {
      this.#api.addRoutes({ path: each, methods: [HttpMethod.ANY], integration });
    }
  }
}

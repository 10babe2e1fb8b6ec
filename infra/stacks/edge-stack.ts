import {
  ArnFormat,
  CrossStackReferences,
  ReferenceStrength,
  RemovalPolicy,
  Stack,
  type StackProps,
} from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { CfnLoggingConfiguration, CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** What AWS keeps in us-east-1 alone: the firewall of a distribution, and budgets. Of people only the address of a request that
 * a rule stopped or counted lies here, for a week. */
export class EdgeStack extends Stack {
  /** Undefined when the setting waf is off. */
  readonly webAclArn: string | undefined;

  constructor(
    scope: Construct,
    id: string,
    { settings, ...props }: StackProps & { settings: Settings },
  ) {
    super(scope, id, props);
    this.webAclArn = settings.waf ? this.#newWebAcl(settings).attrArn : undefined;
    this.#newBudget(settings);
  }

  #newWebAcl({ wafManagedRules }: Settings): CfnWebACL {
    const acl = new CfnWebACL(this, "web-acl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visible("kartu-web-acl"),
      rules: [
        {
          name: "requests-per-address",
          priority: 0,
          action: { block: {} },
          // Offices and mobile networks share an address, so this stops only floods. The functions count attempts.
          statement: {
            rateBasedStatement: {
              aggregateKeyType: "IP",
              evaluationWindowSec: 60,
              limit: 2000,
              scopeDownStatement: startsWithApi,
            },
          },
          visibilityConfig: visible("requests-per-address"),
        },
        managed(1, "AWSManagedRulesAmazonIpReputationList", wafManagedRules),
        managed(2, "AWSManagedRulesKnownBadInputsRuleSet", wafManagedRules),
      ],
    });
    this.#log(acl);
    // From region to region a strong reference would need functions and parameters of CDK's. This one cannot go stale: what
    // replaces the firewall is another name or scope, and it has no name of ours («AWS::WAFv2::WebACL», Update requires).
    CrossStackReferences.of(acl).produce(ReferenceStrength.WEAK);
    return acl;
  }

  /**
   * Logs the requests that a rule stopped or would have stopped, so that a rule can be checked before it blocks. The cookie, path
   * and query are left out, because they contain sessions and tokens of cards.
   * https://docs.aws.amazon.com/waf/latest/developerguide/logging-management.html
   */
  #log(acl: CfnWebACL): void {
    const log = new LogGroup(this, "web-acl-log", {
      // WAF writes only to a log whose name begins like this.
      logGroupName: "aws-waf-logs-kartu",
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, "web-acl-logging", {
      resourceArn: acl.attrArn,
      // WAF wants the ARN without ":*" at its end.
      logDestinationConfigs: [
        this.formatArn({
          service: "logs",
          resource: "log-group",
          resourceName: log.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [
        { singleHeader: { Name: "cookie" } },
        { singleHeader: { Name: "referer" } },
        { uriPath: {} },
        { queryString: {} },
      ],
      loggingFilter: {
        DefaultBehavior: "DROP",
        Filters: [
          {
            Behavior: "KEEP",
            Requirement: "MEETS_ANY",
            Conditions: ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"].map((Action) => ({
              ActionCondition: { Action },
            })),
          },
        ],
      },
    });
  }

  #newBudget({ monthlyBudgetUsd, alarmEmail }: Settings): void {
    const subscribers = [{ subscriptionType: "EMAIL", address: alarmEmail }];
    const above = (notificationType: string, threshold: number) => ({
      notification: { notificationType, threshold, comparisonOperator: "GREATER_THAN" },
      subscribers,
    });
    new CfnBudget(this, "budget", {
      budget: {
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: monthlyBudgetUsd, unit: "USD" },
      },
      notificationsWithSubscribers: [above("ACTUAL", 80), above("FORECASTED", 100)],
    });
  }
}

const startsWithApi: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "STARTS_WITH",
    searchString: "/api/",
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};

/** AWS's rules can stop a good request. They only count until somebody has checked what they would have stopped. */
function managed(
  priority: number,
  name: string,
  action: Settings["wafManagedRules"],
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: action === "block" ? { none: {} } : { count: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
    visibilityConfig: visible(name),
  };
}

/** Requests are counted, but never sampled: a sample would store addresses and cookies in another country. */
function visible(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}

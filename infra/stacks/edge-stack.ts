import { Stack, type StackProps } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** What AWS keeps in us-east-1 alone: the firewall of a distribution, and budgets. No personal data lies here. */
export class EdgeStack extends Stack {
  /** Undefined when the setting waf is off. */
  readonly webAclArn: string | undefined;

  constructor(
    scope: Construct,
    id: string,
    { settings, ...props }: StackProps & { settings: Settings },
  ) {
    super(scope, id, props);
    this.webAclArn = settings.waf ? this.#newWebAcl().attrArn : undefined;
    this.#newBudget(settings);
  }

  #newWebAcl(): CfnWebACL {
    return new CfnWebACL(this, "web-acl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visible("kartu-web-acl"),
      rules: [
        {
          name: "requests-per-address",
          priority: 0,
          action: { block: {} },
          // Whole offices and mobile networks share an address: this stops floods; the functions count attempts.
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
        managed(1, "AWSManagedRulesAmazonIpReputationList"),
        managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
      ],
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

function managed(priority: number, name: string): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
    visibilityConfig: visible(name),
  };
}

/** Counted, but never sampled: a sample would keep addresses and cookies, in another country. */
function visible(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}

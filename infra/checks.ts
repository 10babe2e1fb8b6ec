import { type PolicyValidationPluginReport, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, type IApplyRule, NagRuleCompliance } from "cdk-nag";
import type { IConstruct } from "constructs";

interface Acknowledgement {
  readonly scope: IConstruct;
  /** As declared: "AwsSolutions-S1", "AwsSolutions-IAM5[Resource::…/photos/*]". */
  readonly id: string;
}

/**
 * The AWS Solutions rules of cdk-nag, with two changes: an acknowledgement of something that is no longer found fails the
 * check, and "…" in an acknowledgement matches any name that CloudFormation gives.
 */
export class SolutionChecks extends AwsSolutionsChecks {
  readonly #used = new Set<string>();

  override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    this.#used.clear();
    const { violations } = super.validateScope(scope);
    const all = [...violations, ...this.#stale(scope)];
    return { success: all.length === 0, violations: all };
  }

  protected override applyRule(params: IApplyRule): void {
    const suffix = params.ruleSuffixOverride ?? params.rule.name;
    super.applyRule({
      ...params,
      ruleSuffixOverride: suffix,
      rule: (node) => {
        const result = params.rule(node);
        if (!Array.isArray(result)) {
          const found = result === NagRuleCompliance.NON_COMPLIANT;
          const open = found && !this.#isAcknowledged(node, `${this.packName}-${suffix}`);
          return found && !open ? NagRuleCompliance.COMPLIANT : result;
        }
        return result.filter(
          (finding) => !this.#isAcknowledged(node, `${this.packName}-${suffix}[${finding}]`),
        );
      },
    });
  }

  #isAcknowledged(node: IConstruct, id: string): boolean {
    const matching = node.node.scopes
      .flatMap(acknowledgementsOf)
      .filter((each) => matches(each.id, id));
    for (const each of matching) this.#used.add(keyOf(each));
    return matching.length > 0;
  }

  #stale(root: IConstruct): PolicyValidationPluginReport["violations"] {
    return root.node
      .findAll()
      .flatMap(acknowledgementsOf)
      .filter((each) => !this.#used.has(keyOf(each)))
      .map(({ scope, id }) => ({
        ruleName: "stale-acknowledgement",
        description: `${id} is acknowledged but no longer found: delete the acknowledgement.`,
        severity: "error",
        violatingResources: [{ constructPath: scope.node.path, locations: [] }],
      }));
  }
}

function acknowledgementsOf(scope: IConstruct): Acknowledgement[] {
  return scope.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data ?? {}))
    .map((id) => id.replace(/^annotation::/i, ""))
    .filter((id) => id.startsWith("AwsSolutions-"))
    .map((id) => ({ scope, id }));
}

function matches(acknowledged: string, found: string): boolean {
  const [beginning = "", ending] = acknowledged.split("…");
  if (ending === undefined) return acknowledged === found;
  return found.startsWith(beginning) && found.endsWith(ending);
}

const keyOf = ({ scope, id }: Acknowledgement) => `${scope.node.path} ${id}`;

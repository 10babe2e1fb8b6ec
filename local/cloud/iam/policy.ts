/**
 * Whether policies allow a request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import { type Conditions, conditionsHold } from "./conditions.ts";
import { matchesWildcards, type RequestContext } from "./wildcards.ts";

export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: Statement | readonly Statement[];
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource?: OneOrMore;
  readonly NotResource?: OneOrMore;
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Condition?: Conditions;
}

type OneOrMore = string | readonly string[];
type PrincipalElement = "*" | Readonly<Record<string, OneOrMore>>;

/** Who asks. The account itself stands for "whomever the account's own policies allow". */
export type Principal =
  | { readonly kind: "role"; readonly arn: string; readonly account: string }
  | { readonly kind: "service"; readonly name: string }
  | { readonly kind: "account"; readonly account: string }
  | { readonly kind: "anonymous" };

export interface AccessRequest {
  readonly principal: Principal;
  /** E.g. "dynamodb:PutItem". */
  readonly action: string;
  /** Full ARN. */
  readonly resource: string;
  readonly context: RequestContext;
}

/** An explicit deny wins over any allow; what nobody allows is denied implicitly. */
export type Decision = "allowed" | "explicitDeny" | "implicitDeny";

/** Evaluates identity-based policies: those of the role that asks. */
export function evaluateIdentityPolicies(
  policies: readonly PolicyDocument[],
  request: AccessRequest,
): Decision {
  return decide(policies, (statement) => concerns(statement, request));
}

/** Evaluates a resource-based policy, whose statements name their principals. */
export function evaluateResourcePolicy(policy: PolicyDocument, request: AccessRequest): Decision {
  return decide(
    [policy],
    (statement) =>
      namesPrincipal(statement, request.principal) && concerns(aboutItself(statement), request),
  );
}

/** A role's trust policy names no resource: it is about the role. */
function aboutItself(statement: Statement): Statement {
  const { Resource, NotResource } = statement;
  return Resource === undefined && NotResource === undefined
    ? { ...statement, Resource: "*" }
    : statement;
}

function decide(
  policies: readonly PolicyDocument[],
  applies: (statement: Statement) => boolean,
): Decision {
  const effects = policies
    .flatMap(({ Statement }) => Statement)
    .filter(applies)
    .map(({ Effect }) => Effect);
  if (effects.includes("Deny")) return "explicitDeny";
  return effects.includes("Allow") ? "allowed" : "implicitDeny";
}

function concerns(statement: Statement, { action, resource, context }: AccessRequest): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const isAction = (pattern: string) =>
    matchesWildcards(pattern.toLowerCase(), action.toLowerCase(), context);
  const isResource = (pattern: string) => matchesWildcards(pattern, resource, context);
  return (
    matchesOneOf(Action, NotAction, isAction) &&
    matchesOneOf(Resource, NotResource, isResource) &&
    conditionsHold(Condition, context)
  );
}

/** A statement says either what it is about or what it is not about. */
function matchesOneOf(
  patterns: OneOrMore | undefined,
  exceptions: OneOrMore | undefined,
  matches: (pattern: string) => boolean,
): boolean {
  if (exceptions !== undefined) return ![exceptions].flat().some(matches);
  return [patterns ?? []].flat().some(matches);
}

function namesPrincipal(statement: Statement, principal: Principal): boolean {
  const { Principal, NotPrincipal, Effect } = statement;
  if (NotPrincipal !== undefined) return !isNamed(NotPrincipal, principal, Effect);
  return Principal !== undefined && isNamed(Principal, principal, Effect);
}

function isNamed(
  element: PrincipalElement,
  principal: Principal,
  effect: Statement["Effect"],
): boolean {
  if (element === "*") return true;
  const accounts = [element.AWS ?? []].flat();
  if (accounts.includes("*")) return true;
  switch (principal.kind) {
    case "anonymous":
      return false;
    case "service":
      return [element.Service ?? []].flat().includes(principal.name);
    case "account":
      return accounts.some((name) => isAccount(name, principal.account));
    case "role":
      // Allowing the account leaves the decision to the account's policies; denying it denies everybody in it.
      return (
        accounts.includes(principal.arn) ||
        (effect === "Deny" && accounts.some((name) => isAccount(name, principal.account)))
      );
  }
}

function isAccount(name: string, account: string): boolean {
  return name === account || name === `arn:aws:iam::${account}:root`;
}

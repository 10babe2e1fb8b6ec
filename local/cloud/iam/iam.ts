import { randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";
import { AwsError, type Caller } from "../kernel/service.ts";
import {
  type AccessRequest,
  type Decision,
  evaluateIdentityPolicies,
  evaluateResourcePolicy,
  type PolicyDocument,
  type Principal,
} from "./policy.ts";

/** Who holds an access key: the cloud's operator, who may do everything, or a principal on whose behalf calls are made. */
type Holder = "operator" | CallingPrincipal;

interface CallingPrincipal {
  readonly principal: Principal;
  /** As AWS names the caller in a refusal, and as the console shows it. */
  readonly name: string;
  /** What the call is made for, e.g. a service's `aws:SourceArn`. */
  readonly context?: Readonly<Record<string, string>>;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

type ContextValues = Readonly<Record<string, string | string[]>>;

/** Roles, their policies, the policies of resources, and the keys that calls are signed with. */
export class Iam {
  readonly #account: string;
  readonly #clock: Clock;
  readonly #report: (refusal: string) => void;
  readonly #identityPolicies = new Map<string, PolicyDocument[]>();
  readonly #resourcePolicies = new Map<string, PolicyDocument>();
  readonly #keys = new Map<string, { secret: string; holder: Holder }>();
  readonly #reported = new Set<string>();

  /** @param report told once of each refusal (caller, action, resource) */
  constructor({
    account,
    clock,
    report,
  }: {
    account: string;
    clock: Clock;
    report: (refusal: string) => void;
  }) {
    this.#account = account;
    this.#clock = clock;
    this.#report = report;
  }

  /** A new key. Keys do not outlive the process, as the temporary ones of AWS do not outlive a function. */
  issueKey(holder: Holder): Credentials {
    const accessKeyId = `AKIA${randomBytes(10).toString("hex").slice(0, 16).toUpperCase()}`;
    const secretAccessKey = randomBytes(30).toString("base64url");
    this.#keys.set(accessKeyId, { secret: secretAccessKey, holder });
    return { accessKeyId, secretAccessKey };
  }

  secretOf(accessKeyId: string): string | undefined {
    return this.#keys.get(accessKeyId)?.secret;
  }

  nameOf(accessKeyId: string): string | undefined {
    const holder = this.#keys.get(accessKeyId)?.holder;
    return typeof holder === "object" ? holder.name : undefined;
  }

  roleArn(roleName: string): string {
    return `arn:aws:iam::${this.#account}:role/${roleName}`;
  }

  addRolePolicy(roleArn: string, policy: PolicyDocument): void {
    const policies = this.#identityPolicies.get(roleArn) ?? [];
    this.#identityPolicies.set(roleArn, [...policies, policy]);
  }

  /** @param resourceArn of a bucket, queue or key, or of a function for its invoke permissions */
  setResourcePolicy(resourceArn: string, policy: PolicyDocument): void {
    this.#resourcePolicies.set(resourceArn, policy);
  }

  /** Adds statements to what a resource's policy already says. */
  addResourcePolicy(resourceArn: string, { Statement }: PolicyDocument): void {
    const former = this.#resourcePolicies.get(resourceArn)?.Statement ?? [];
    this.setResourcePolicy(resourceArn, { Statement: [former, Statement].flat() });
  }

  role(roleArn: string, name: string): CallingPrincipal {
    return { principal: { kind: "role", arn: roleArn, account: this.#account }, name };
  }

  /** @param service e.g. "s3.amazonaws.com", acting for the resource `sourceArn` */
  service(service: string, sourceArn: string): CallingPrincipal {
    return {
      principal: { kind: "service", name: service },
      name: service,
      context: { "aws:SourceArn": sourceArn, "aws:SourceAccount": this.#account },
    };
  }

  /** @throws AwsError AccessDenied, as CloudContext.authorize does */
  authorize(caller: Caller, action: string, resource: string, context: ContextValues = {}): void {
    const holder = caller.accessKeyId ? this.#keys.get(caller.accessKeyId)?.holder : anonymous;
    if (holder === "operator") return;
    this.demand(holder ?? anonymous, action, resource, context);
  }

  /** @throws AwsError AccessDenied unless `caller` may do it */
  demand(
    caller: CallingPrincipal,
    action: string,
    resource: string,
    context: ContextValues = {},
  ): void {
    const decision = this.#decide({
      principal: caller.principal,
      action,
      resource,
      context: this.#requestContext(caller, context),
    });
    if (decision === "allowed") return;
    const message = `${caller.name} is not authorized to perform: ${action} on resource: ${resource} ${because(decision, action)}`;
    this.#reportOnce(message);
    throw new AwsError("AccessDenied", `User: ${message}`, { status: 403 });
  }

  #decide(request: AccessRequest): Decision {
    const policy = this.#resourcePolicies.get(policyOwner(request.resource));
    const byResource = policy ? evaluateResourcePolicy(policy, request) : "implicitDeny";
    const byIdentity = this.#decideByIdentity(request, policy);
    if (byResource === "explicitDeny" || byIdentity === "explicitDeny") return "explicitDeny";
    return byResource === "allowed" ? "allowed" : byIdentity;
  }

  #decideByIdentity(request: AccessRequest, policy: PolicyDocument | undefined): Decision {
    const { principal } = request;
    if (principal.kind !== "role") return "implicitDeny";
    // Roles may use a key only when the key's policy leaves it to the account.
    const leavesItToAccount =
      !request.resource.startsWith("arn:aws:kms:") ||
      policy === undefined ||
      evaluateResourcePolicy(policy, {
        ...request,
        principal: { kind: "account", account: this.#account },
      }) === "allowed";
    if (!leavesItToAccount) return "implicitDeny";
    return evaluateIdentityPolicies(this.#identityPolicies.get(principal.arn) ?? [], request);
  }

  #requestContext({ principal, context }: CallingPrincipal, given: ContextValues) {
    const now = this.#clock.now();
    const values: ContextValues = {
      // Loopback counts as TLS here, because nobody else can read it.
      "aws:SecureTransport": "true",
      "aws:CurrentTime": now.toISOString(),
      "aws:EpochTime": String(Math.floor(now.getTime() / 1000)),
      "aws:PrincipalIsAWSService": String(principal.kind === "service"),
      ...(principal.kind === "role"
        ? { "aws:PrincipalArn": principal.arn, "aws:PrincipalAccount": principal.account }
        : {}),
      ...context,
      ...given,
    };
    return new Map(
      Object.entries(values).map(([key, value]) => [key.toLowerCase(), [value].flat()]),
    );
  }

  #reportOnce(refusal: string): void {
    if (this.#reported.has(refusal)) return;
    this.#reported.add(refusal);
    this.#report(`Refused: ${refusal}`);
  }
}

const anonymous: CallingPrincipal = { principal: { kind: "anonymous" }, name: "anonymous" };

function because(decision: Decision, action: string): string {
  return decision === "explicitDeny"
    ? "with an explicit deny in a policy"
    : `because no policy allows the ${action} action`;
}

/** The policy of an object is its bucket's. */
function policyOwner(resource: string): string {
  return resource.startsWith("arn:aws:s3:::") ? (resource.split("/")[0] ?? resource) : resource;
}

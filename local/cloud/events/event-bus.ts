import type { Iam } from "../iam/iam.ts";
import type { Matches } from "./event-pattern.ts";

/** A rule of the default bus. */
export interface EventRule {
  readonly arn: string;
  readonly matches: Matches;
  /** ARNs of queues. */
  readonly targets: readonly string[];
}

/**
 * EventBridge's default bus: gives an event to the targets of each rule that it matches. A queue's policy must let EventBridge
 * send to it («Using resource-based policies for Amazon EventBridge», EventBridge User Guide).
 */
export class EventBus {
  readonly #iam: Iam;
  readonly #send: (queueArn: string, body: string) => void;
  readonly #rules = new Map<string, EventRule>();

  constructor({ iam, send }: { iam: Iam; send: (queueArn: string, body: string) => void }) {
    this.#iam = iam;
    this.#send = send;
  }

  /** Makes or replaces a rule. Whether its targets take events is asked at each event, as on AWS. */
  ensureRule(rule: EventRule): void {
    this.#rules.set(rule.arn, rule);
  }

  /** @throws AwsError AccessDenied when a target takes no events of the rule. AWS drops them; here it must be noticed */
  put(event: object): void {
    for (const rule of this.#rules.values()) {
      if (!rule.matches(event)) continue;
      for (const target of rule.targets) {
        this.#demand(rule, target);
        this.#send(target, JSON.stringify(event));
      }
    }
  }

  #demand({ arn }: EventRule, target: string): void {
    const caller = this.#iam.service("events.amazonaws.com", arn);
    this.#iam.demand(caller, "sqs:SendMessage", target);
  }
}

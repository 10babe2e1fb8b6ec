import { AwsError, type CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import { type QueueAttributes, redrivePolicyOf, withAttributes } from "./queue-attributes.ts";

export interface Queue {
  readonly name: string;
  readonly attributes: QueueAttributes;
  readonly tags: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** The queues of the account, by name. */
export class Queues {
  readonly #context: CloudContext;
  readonly #shelf: Shelf<Queue>;

  constructor(context: CloudContext) {
    this.#context = context;
    this.#shelf = context.store.shelf("sqs-queues");
  }

  arn(name: string): string {
    return `arn:aws:sqs:${this.#context.region}:${this.#context.account}:${name}`;
  }

  url(name: string): string {
    return `${this.#context.endpoint()}/${this.#context.account}/${name}`;
  }

  /** @throws AwsError QueueDoesNotExist for a URL of another account */
  nameIn(url: string): string {
    const [account, name] = url.split("/").slice(-2);
    if (account !== this.#context.account || !name) throw noSuchQueue();
    return name;
  }

  /** @throws AwsError QueueDoesNotExist */
  named(name: string): Queue {
    const queue = this.#shelf.get(name);
    if (!queue) throw noSuchQueue();
    return queue;
  }

  /** @throws AwsError QueueDoesNotExist */
  withArn(arn: string): Queue {
    const queue = this.#byArn(arn);
    if (!queue) throw noSuchQueue();
    return queue;
  }

  withPrefix(prefix: string): Queue[] {
    return this.#shelf.withPrefix(prefix).map(([, queue]) => queue);
  }

  /**
   * Makes a queue, or gives the one that is there with the same attributes.
   * @throws AwsError QueueNameExists when it is there with others
   */
  create(name: string, changes: QueueAttributes, tags: Readonly<Record<string, string>>): Queue {
    requireName(name);
    const existing = this.#shelf.get(name);
    if (existing) {
      const other = Object.keys(changes).find((key) => existing.attributes[key] !== changes[key]);
      if (other === undefined) return existing;
      throw new AwsError(
        "QueueNameExists",
        `A queue already exists with the same name and a different value for attribute ${other}`,
      );
    }
    const now = this.#context.clock.millis();
    const attributes = this.#checked(withAttributes(changes));
    const queue = { name, attributes, tags, createdAt: now, modifiedAt: now };
    this.#shelf.set(name, queue);
    return queue;
  }

  /** A queue with exactly these attributes, and the defaults for the others. */
  ensure(name: string, attributes: QueueAttributes): void {
    const queue = this.#shelf.get(name);
    if (!queue) this.create(name, attributes, {});
    else this.#save(queue, withAttributes(attributes));
  }

  change(queue: Queue, changes: QueueAttributes): void {
    this.#save(queue, withAttributes(changes, queue.attributes));
  }

  delete(name: string): void {
    this.#shelf.delete(name);
  }

  /** Where a queue's messages go that nobody could handle; undefined when it has no such place (any more). */
  deadLetterQueue(queue: Queue): { queue: Queue; maxReceiveCount: number } | undefined {
    const policy = redrivePolicyOf(queue.attributes);
    const target = policy && this.#byArn(policy.deadLetterTargetArn);
    return target && { queue: target, maxReceiveCount: policy.maxReceiveCount };
  }

  #byArn(arn: string): Queue | undefined {
    const name = arn.slice(arn.lastIndexOf(":") + 1);
    return this.arn(name) === arn ? this.#shelf.get(name) : undefined;
  }

  #save(queue: Queue, attributes: QueueAttributes): void {
    const modifiedAt = this.#context.clock.millis();
    this.#shelf.set(queue.name, { ...queue, attributes: this.#checked(attributes), modifiedAt });
  }

  #checked(attributes: QueueAttributes): QueueAttributes {
    const policy = redrivePolicyOf(attributes);
    if (policy && !this.#byArn(policy.deadLetterTargetArn)) {
      throw new AwsError(
        "InvalidParameterValue",
        `Value ${attributes.RedrivePolicy} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
      );
    }
    return attributes;
  }
}

function requireName(name: string): void {
  if (name.endsWith(".fifo"))
    throw new AwsError("UnsupportedOperation", "The embedded cloud has no FIFO queues.");
  if (!/^[\w-]{1,80}$/.test(name)) {
    throw new AwsError(
      "InvalidParameterValue",
      "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
    );
  }
}

function noSuchQueue(): AwsError {
  return new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
}

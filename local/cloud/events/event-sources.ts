import type { DynamodbServices } from "../dynamodb/dynamodb-service.ts";
import type { Iam } from "../iam/iam.ts";
import type { CloudContext } from "../kernel/service.ts";
import type { LambdaFunction } from "../lambda/lambda-function.ts";
import type { Sqs } from "../sqs/sqs-service.ts";
import type { Faults } from "./faults.ts";
import { QueueMapping, type QueueMappingOptions } from "./queue-mapping.ts";
import { StreamMapping, type StreamMappingOptions } from "./stream-mapping.ts";

interface EventSourceDependencies {
  readonly context: CloudContext;
  readonly iam: Iam;
  readonly dynamodb: DynamodbServices;
  readonly sqs: Sqs;
  readonly faults: Faults | undefined;
}

/** All event source mappings. None takes anything before `start`, when everything a function may call is there. */
export class EventSources {
  readonly #dependencies: EventSourceDependencies;
  readonly #planned: (() => StreamMapping | QueueMapping)[] = [];
  readonly #running: (StreamMapping | QueueMapping)[] = [];

  constructor(dependencies: EventSourceDependencies) {
    this.#dependencies = dependencies;
  }

  addStream(target: LambdaFunction, options: StreamMappingOptions): void {
    const { context, dynamodb, faults, iam, sqs } = this.#dependencies;
    const { roleArn, name } = target.definition;
    this.#planned.push(
      () =>
        new StreamMapping(options, {
          context,
          target,
          faults,
          read: dynamodb.readStream,
          onRecord: dynamodb.onStreamRecord,
          sendFailure(queueArn, document) {
            iam.demand(iam.role(roleArn, name), "sqs:SendMessage", queueArn);
            sqs.send(queueArn, document);
          },
        }),
    );
  }

  addQueue(target: LambdaFunction, options: QueueMappingOptions): void {
    const { faults, sqs } = this.#dependencies;
    this.#planned.push(() => new QueueMapping(options, { sqs, target, faults }));
  }

  start(): void {
    for (const create of this.#planned.splice(0)) this.#running.push(create());
  }

  get isPending(): boolean {
    return this.#running.some((mapping) => mapping.isPending);
  }

  async close(): Promise<void> {
    await Promise.all(this.#running.map((mapping) => mapping.close()));
  }
}

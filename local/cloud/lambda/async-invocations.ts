import { randomUUID } from "node:crypto";
import { deliver, type Faults } from "../events/faults.ts";
import type { CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import { FunctionError } from "./function-error.ts";
import type { LambdaFunction } from "./lambda-function.ts";

/** How a function handles asynchronous events. */
interface AsyncPolicy {
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
  /** ARN of the queue that gets the bare event (DeadLetterConfig). */
  readonly deadLetterQueue: string | undefined;
  /** ARN of the queue that gets a document about the failure (DestinationConfig). */
  readonly failureDestination: string | undefined;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const defaultAsyncPolicy: AsyncPolicy = {
  maximumRetryAttempts: 2,
  maximumEventAgeSeconds: 6 * 3600,
  deadLetterQueue: undefined,
  failureDestination: undefined,
};

interface Waiting {
  readonly functionArn: string;
  readonly event: unknown;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly dueAt: number;
  readonly attempts: number;
}

/** Lambda waits a minute before the first retry and two before the second. */
const pauseMillis = [60_000, 120_000];
const lookAgainMillis = 100;

/** Lambda's queue of asynchronous invocations. It survives the process. */
export class AsyncInvocations {
  readonly #context: Pick<CloudContext, "clock" | "store">;
  readonly #faults: Faults | undefined;
  readonly #functionWithArn: (arn: string) => LambdaFunction;
  readonly #send: (queueArn: string, body: string, attributes?: Record<string, string>) => void;
  readonly #policies = new Map<string, AsyncPolicy>();
  readonly #waiting: Shelf<Waiting>;
  readonly #running = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    context: Pick<CloudContext, "clock" | "store">,
    {
      faults,
      functionWithArn,
      send,
    }: {
      faults: Faults | undefined;
      functionWithArn: (arn: string) => LambdaFunction;
      send: (queueArn: string, body: string, attributes?: Record<string, string>) => void;
    },
  ) {
    this.#context = context;
    this.#faults = faults;
    this.#functionWithArn = functionWithArn;
    this.#send = send;
    this.#waiting = context.store.shelf("lambda-async");
  }

  /** To be called when all functions are there. */
  start(): void {
    this.#timer = setInterval(() => this.#runDue(), lookAgainMillis).unref();
    this.#runDue();
  }

  setPolicy(functionArn: string, policy: Partial<AsyncPolicy>): void {
    this.#policies.set(functionArn, { ...this.#policyOf(functionArn), ...policy });
  }

  /** The event is kept before this returns; the function is invoked soon after. */
  invokeLater(functionArn: string, event: unknown): void {
    const now = this.#context.clock.millis();
    const id = `${String(Math.floor(now)).padStart(14, "0")}-${randomUUID()}`;
    this.#waiting.set(id, { functionArn, event, receivedAt: now, dueAt: now, attempts: 0 });
    setImmediate(() => this.#runDue());
  }

  /** Whether events are worked on or due now. Those that wait for a retry are not. */
  get isPending(): boolean {
    return this.#running.size > 0 || this.#due().length > 0;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await Promise.all(this.#running.values());
  }

  #due(): [string, Waiting][] {
    const now = this.#context.clock.millis();
    return this.#waiting.range().filter(([, { dueAt }]) => dueAt <= now);
  }

  #runDue(): void {
    if (!this.#timer) return;
    for (const [id, waiting] of this.#due()) {
      if (this.#running.has(id)) continue;
      const run = this.#run(id, waiting)
        .catch((error: unknown) => console.error("lambda: an event could not be set aside", error))
        .finally(() => this.#running.delete(id));
      this.#running.set(id, run);
    }
  }

  async #run(id: string, waiting: Waiting): Promise<void> {
    try {
      const target = this.#functionWithArn(waiting.functionArn);
      await deliver(this.#faults, waiting.functionArn, waiting.event, (event) =>
        target.invoke(event),
      );
      this.#waiting.delete(id);
    } catch (error) {
      // If the cloud has stopped, the event stays as it was.
      if (this.#timer) this.#failed(id, waiting, error);
    }
  }

  #failed(id: string, waiting: Waiting, error: unknown): void {
    if (error instanceof FunctionError && error.errorType === "TooManyRequestsException") {
      this.#throttled(id, waiting);
      return;
    }
    const policy = this.#policyOf(waiting.functionArn);
    const attempts = waiting.attempts + 1;
    const now = this.#context.clock.millis();
    const dueAt = now + (pauseMillis[waiting.attempts] ?? 0);
    const isTooOld = dueAt - waiting.receivedAt > policy.maximumEventAgeSeconds * 1000;
    if (attempts <= policy.maximumRetryAttempts && !isTooOld) {
      this.#waiting.set(id, { ...waiting, attempts, dueAt });
      return;
    }
    const failure =
      error instanceof FunctionError ? error : new FunctionError("Error", String(error));
    this.#context.store.transaction(() => {
      this.#giveUp(id, { ...waiting, attempts }, policy, failure, isTooOld);
      this.#waiting.delete(id);
    });
  }

  /** A throttled event is no attempt: it waits, from a second to five minutes, until it is too old. */
  #throttled(id: string, waiting: Waiting): void {
    const now = this.#context.clock.millis();
    const pause = Math.min(300_000, Math.max(1000, now - waiting.receivedAt));
    const ages = now + pause - waiting.receivedAt;
    const { maximumEventAgeSeconds } = this.#policyOf(waiting.functionArn);
    if (ages > maximumEventAgeSeconds * 1000) this.#waiting.delete(id);
    else this.#waiting.set(id, { ...waiting, dueAt: now + pause });
  }

  #giveUp(
    requestId: string,
    { functionArn, event, attempts }: Waiting,
    { deadLetterQueue, failureDestination }: AsyncPolicy,
    { errorType, message: errorMessage, trace }: FunctionError,
    isTooOld: boolean,
  ): void {
    console.warn(`${functionArn.split(":").at(-1)}: gave up an asynchronous event.`);
    if (deadLetterQueue) {
      this.#send(deadLetterQueue, JSON.stringify(event), {
        RequestID: requestId,
        ErrorCode: "200",
        ErrorMessage: errorMessage.slice(0, 1024),
      });
    }
    if (!failureDestination) return;
    const document = {
      version: "1.0",
      timestamp: this.#context.clock.now().toISOString(),
      requestContext: {
        requestId,
        functionArn: `${functionArn}:$LATEST`,
        condition: isTooOld ? "EventAgeExceeded" : "RetriesExhausted",
        approximateInvokeCount: attempts,
      },
      requestPayload: event,
      responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
      responsePayload: { errorMessage, errorType, trace },
    };
    this.#send(failureDestination, JSON.stringify(document));
  }

  #policyOf(functionArn: string): AsyncPolicy {
    return this.#policies.get(functionArn) ?? defaultAsyncPolicy;
  }
}

/** Amazon S3, path style. https://docs.aws.amazon.com/AmazonS3/latest/API/ */
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { CloudContext, Service } from "../kernel/service.ts";
import { authenticate } from "./authentication.ts";
import { BodyFiles } from "./body-files.ts";
import { corsHeaders, preflight } from "./cors.ts";
import { EventOutbox } from "./event-outbox.ts";
import type { S3Event } from "./event-record.ts";
import { applyLifecycle } from "./lifecycle.ts";
import { ObjectIndex } from "./object-index.ts";
import { findOperation } from "./operations.ts";
import { isPostForm, postObject } from "./post-object.ts";
import { drain } from "./request-body.ts";
import { type Answer, errorAnswer, send } from "./s3-answer.ts";
import { accessDenied } from "./s3-errors.ts";
import { readRequest, type S3Request } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

/** How often the cloud's clock is looked at. */
const lookAgainMillis = 60_000;
/** S3 applies lifecycle rules once a day. Each time reads every object, so an hour of the cloud's time lies between two. */
const lifecycleMillis = 3_600_000;

export interface S3Service extends Service {
  /** Removes what the buckets' lifecycle rules say is due by the cloud's clock. @returns how many things */
  applyLifecycle(): number;
}

/**
 * The last service in the endpoint's list: it takes every unsigned call.
 * @param onEvent gets every change of every object, at least once and in order, and sends it to the receivers of the
 *   notification configurations. If it throws, it gets the change again later.
 */
export function createS3(
  context: CloudContext,
  options: Pick<S3State, "requireKey"> & {
    readonly endsLateForms?: boolean;
    readonly onEvent: (event: S3Event) => Promise<void> | void;
  },
): S3Service {
  const index = new ObjectIndex(context.store);
  const files = new BodyFiles(join(context.directory, "s3"));
  files.sweep(index.files());
  const { onEvent, endsLateForms = false, requireKey } = options;
  const outbox = new EventOutbox(context, onEvent);
  const state: S3State = { context, index, files, outbox, requireKey, endsLateForms };
  let appliedAt = Number.NEGATIVE_INFINITY;
  const lifecycle = setInterval(() => {
    const now = context.clock.millis();
    if (now - appliedAt < lifecycleMillis) return;
    appliedAt = now;
    applyLifecycle(state);
  }, lookAgainMillis).unref();

  return {
    name: "s3",
    takesUnsigned: () => true,
    handle: (incoming, response) => handle(state, incoming, response),
    applyLifecycle: () => applyLifecycle(state),
    async close() {
      clearInterval(lifecycle);
      await outbox.close();
    },
  };
}

async function handle(
  state: S3State,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { clock } = state.context;
  let requestId = "";
  let cors: Record<string, string> = {};
  let answer: Answer;
  try {
    const request = readRequest(incoming);
    requestId = request.id;
    cors = corsHeaders(state, request);
    answer = await answerTo(state, request);
  } catch (error) {
    // Nobody is left to be told.
    if (incoming.destroyed && !incoming.complete) return;
    answer = errorAnswer(error, requestId);
  }
  // A sender that hangs up meanwhile needs no answer.
  const drained = drain(incoming).catch(() => undefined);
  await send(
    response,
    { ...answer, headers: { ...answer.headers, ...cors } },
    { requestId, now: clock.now(), withBody: incoming.method !== "HEAD" },
  );
  await drained;
}

async function answerTo(state: S3State, request: S3Request): Promise<Answer> {
  if (request.method === "OPTIONS") return preflight(state, request);
  const { onCall, nameOf } = state.context;
  const { bucket } = request;
  if (isPostForm(request)) {
    onCall?.({ service: "s3", operation: "PostObject", bucket });
    return postObject(state, request);
  }
  const signed = authenticate(request, state.context);
  const operation = findOperation(signed);
  const owner = request.headers["x-amz-expected-bucket-owner"];
  if (owner !== undefined && owner !== state.context.account) throw accessDenied();
  const caller = nameOf(signed.caller.accessKeyId ?? "");
  onCall?.({ service: "s3", operation: operation.name, bucket, caller });
  return operation.run(state, signed);
}

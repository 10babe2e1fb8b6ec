/** Lambda's API: a function is invoked, and its answer waited for or not ("Invoke", AWS Lambda API Reference). All else is refused. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "../kernel/json-service.ts";
import { describeFailure } from "../kernel/rest-json-service.ts";
import { AwsError, type CloudContext, type Service } from "../kernel/service.ts";
import { verifySignature } from "../kernel/sigv4.ts";
import type { AsyncInvocations } from "./async-invocations.ts";
import { FunctionError } from "./function-error.ts";
import type { Functions } from "./functions.ts";
import type { LambdaFunction } from "./lambda-function.ts";

interface Invoked {
  /** Undefined when nobody waits for it. */
  readonly payload?: unknown;
  /** The handler threw, timed out, or its process died: the payload says so. */
  readonly hasFailed: boolean;
}

const invocations = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** What the caller is refused with before the function runs, and its status; anything else is the function's own failure. */
const refusals: Readonly<Record<string, number>> = {
  TooManyRequestsException: 429,
  RequestTooLargeException: 413,
};

export function createLambda(
  context: CloudContext,
  functions: Functions,
  asyncInvocations: Pick<AsyncInvocations, "invokeLater">,
): Service {
  async function answer(request: IncomingMessage): Promise<Invoked> {
    const { method = "", url = "/", headers } = request;
    const body = await readBody(request);
    const bodyHash = createHash("sha256").update(body).digest("hex");
    const signature = verifySignature({ method, url, headers }, context, bodyHash);
    if (!signature) {
      throw new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token", {
        status: 403,
      });
    }
    const { name, isAwaited } = invocationOf(request);
    const target = functionOf(functions, name);
    context.authorize(signature, "lambda:InvokeFunction", target.definition.arn);
    const event = eventOf(body);
    if (isAwaited) return await run(target, event);
    asyncInvocations.invokeLater(target.definition.arn, event);
    return { hasFailed: false };
  }

  return {
    name: "lambda",
    async handle(request, response) {
      // The SDKs set their clock by it, so that they can sign after a test has moved the cloud's.
      response.setHeader("date", context.clock.now().toUTCString());
      response.setHeader("content-type", "application/json");
      try {
        send(response, await answer(request));
      } catch (error) {
        const { status, code, document } = describeFailure(error, "lambda");
        response.setHeader("x-amzn-errortype", code);
        response.writeHead(status).end(JSON.stringify(document));
      }
    },
  };
}

function send(response: ServerResponse, { payload, hasFailed }: Invoked): void {
  if (payload === undefined) {
    response.writeHead(202).end();
    return;
  }
  response.setHeader("x-amz-executed-version", "$LATEST");
  if (hasFailed) response.setHeader("x-amz-function-error", "Unhandled");
  response.writeHead(200).end(JSON.stringify(payload));
}

/** @throws AwsError for every other operation, and for a kind of invocation that nobody needs here */
function invocationOf({ method = "", url = "/", headers }: IncomingMessage): {
  readonly name: string;
  readonly isAwaited: boolean;
} {
  const { pathname, search } = new URL(url, "http://localhost");
  const name = invocations.exec(pathname)?.[1];
  const kind = headers["x-amz-invocation-type"] ?? "RequestResponse";
  const isAwaited = kind === "RequestResponse";
  if (method === "POST" && name && search === "" && (isAwaited || kind === "Event"))
    return { name: decodeURIComponent(name), isAwaited };
  const message = `The embedded cloud does not know lambda: ${method} ${url} (${kind}).`;
  console.error(message);
  throw new AwsError("UnknownOperationException", message, { status: 404 });
}

function functionOf(functions: Functions, name: string): LambdaFunction {
  const found = functions
    .all()
    .find(({ definition }) => definition.name === name || definition.arn === name);
  if (found) return found;
  throw new AwsError("ResourceNotFoundException", `Function not found: ${name}`, { status: 404 });
}

function eventOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString() || "{}");
  } catch {
    const message = "Could not parse request body into json: Could not parse payload into json";
    throw new AwsError("InvalidRequestContentException", message);
  }
}

async function run(target: LambdaFunction, event: unknown): Promise<Invoked> {
  try {
    // A handler that returns nothing is answered with null.
    return { payload: (await target.invoke(event)) ?? null, hasFailed: false };
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    const { errorType, message: errorMessage, trace } = error;
    const status = refusals[errorType];
    if (status !== undefined) throw new AwsError(errorType, errorMessage, { status });
    return { payload: { errorType, errorMessage, trace }, hasFailed: true };
  }
}

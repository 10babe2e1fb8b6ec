/** Lambda's API: a function is invoked, and its answer waited for ("Invoke", AWS Lambda API Reference). All else is refused. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { readBody } from "../kernel/json-service.ts";
import { describeFailure } from "../kernel/rest-json-service.ts";
import { AwsError, type CloudContext, type Service } from "../kernel/service.ts";
import { verifySignature } from "../kernel/sigv4.ts";
import { FunctionError } from "./function-error.ts";
import type { Functions } from "./functions.ts";
import type { LambdaFunction } from "./lambda-function.ts";

interface Invoked {
  readonly payload: unknown;
  /** The handler threw, timed out, or its process died: the payload says so. */
  readonly hasFailed: boolean;
}

const invocations = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** What the caller is refused with before the function runs, and its status; anything else is the function's own failure. */
const refusals: Readonly<Record<string, number>> = {
  TooManyRequestsException: 429,
  RequestTooLargeException: 413,
};

export function createLambda(context: CloudContext, functions: Functions): Service {
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
    const target = functionOf(functions, invokedName(request));
    context.authorize(signature, "lambda:InvokeFunction", target.definition.arn);
    return await run(target, eventOf(body));
  }

  return {
    name: "lambda",
    async handle(request, response) {
      // The SDKs set their clock by it, so that they can sign after a test has moved the cloud's.
      response.setHeader("date", context.clock.now().toUTCString());
      response.setHeader("content-type", "application/json");
      try {
        const { payload, hasFailed } = await answer(request);
        response.setHeader("x-amz-executed-version", "$LATEST");
        if (hasFailed) response.setHeader("x-amz-function-error", "Unhandled");
        response.writeHead(200).end(JSON.stringify(payload));
      } catch (error) {
        const { status, code, document } = describeFailure(error, "lambda");
        response.setHeader("x-amzn-errortype", code);
        response.writeHead(status).end(JSON.stringify(document));
      }
    },
  };
}

/** @throws AwsError for every other operation, and for a kind of invocation that nobody needs here */
function invokedName({ method = "", url = "/", headers }: IncomingMessage): string {
  const { pathname, search } = new URL(url, "http://localhost");
  const name = invocations.exec(pathname)?.[1];
  const kind = headers["x-amz-invocation-type"] ?? "RequestResponse";
  if (method === "POST" && name && search === "" && kind === "RequestResponse")
    return decodeURIComponent(name);
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
    return { payload: await target.invoke(event), hasFailed: false };
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    const { errorType, message: errorMessage, trace } = error;
    const status = refusals[errorType];
    if (status !== undefined) throw new AwsError(errorType, errorMessage, { status });
    return { payload: { errorType, errorMessage, trace }, hasFailed: true };
  }
}

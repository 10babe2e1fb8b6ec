/** Services that speak AWS REST JSON: the operation is a method and a path, the input is path, query and body together. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { reportFailure } from "./failure.ts";
import { jsonErrorCode, type Operation, readBody, send } from "./json-service.ts";
import { AwsError, type CloudContext, type Service } from "./service.ts";
import { verifySignature } from "./sigv4.ts";

export interface RestOperation {
  /** Method and path template, e.g. "GET /v2/email/identities/{EmailIdentity}". */
  readonly at: string;
  /** The query parameters it takes, each with the member of the input it becomes: `{ groupName: "GroupName" }`. */
  readonly query?: Readonly<Record<string, string>>;
  /** Takes one flat document of labels, query parameters (strings) and body members. It authorises itself. */
  readonly run: Operation;
}

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly operation: RestOperation;
}

/** Long: a closure, of which each function fits a screen. */
export function restJsonService(
  context: CloudContext,
  {
    name,
    operations,
    close,
  }: {
    /** As in a signature's credential scope, e.g. "ses". */
    name: string;
    operations: Readonly<Record<string, RestOperation>>;
    close?: () => Promise<void> | void;
  },
): Service {
  const routes = Object.entries(operations).map(([name, operation]) => toRoute(name, operation));

  function routeOf(method: string, path: string): Route {
    const route = routes.find((each) => each.method === method && each.path.test(path));
    if (route) return route;
    // A path of SES may hold an address, which must not come into a log.
    const shown = path.replace(/[^/]*%40[^/]*/g, "…");
    const message = `The embedded cloud does not know ${name}: ${method} ${shown}.`;
    console.error(message);
    throw new AwsError("UnknownOperationException", message, { status: 404 });
  }

  async function answer(request: IncomingMessage): Promise<unknown> {
    const { method = "GET", url = "/", headers } = request;
    const body = await readBody(request);
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const route = routeOf(method, pathname);
    const bodyHash = createHash("sha256").update(body).digest("hex");
    const signature = verifySignature({ method, url, headers }, context, bodyHash);
    if (!signature) {
      throw new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token", {
        status: 403,
      });
    }
    const input = {
      ...JSON.parse(body.toString() || "{}"),
      ...queryMembers(route, searchParams),
      ...pathMembers(route, pathname),
    };
    context.onCall?.({ service: name, operation: route.name, input });
    return route.operation.run(input as never, { accessKeyId: signature.accessKeyId });
  }

  return {
    name,
    async handle(request, response) {
      // The SDKs take their time from it, so that they sign correctly after a test has moved the cloud's clock.
      response.setHeader("date", context.clock.now().toUTCString());
      let status = 200;
      let document: unknown;
      try {
        document = (await answer(request)) ?? {};
      } catch (error) {
        const failure = describeFailure(error, name);
        ({ status, document } = failure);
        response.setHeader("x-amzn-errortype", failure.code);
      }
      send(response, status, document, "application/json");
    },
    ...(close ? { close } : {}),
  };
}

/** An error as these services answer it. One that is not AWS's is told as the cloud's own failure. */
export function describeFailure(
  error: unknown,
  service: string,
): { status: number; code: string; document: unknown } {
  if (error instanceof AwsError) {
    const document = { message: error.message, ...error.extra };
    const code = jsonErrorCode(error);
    const status = code === "InvalidSignatureException" ? 403 : error.status;
    return { status, code, document };
  }
  reportFailure(service, error);
  return { status: 500, code: "InternalFailure", document: { message: String(error) } };
}

function toRoute(name: string, operation: RestOperation): Route {
  const [method = "", template = ""] = operation.at.split(" ");
  const pattern = template.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return { name, method, path: new RegExp(`^${pattern}/?$`), operation };
}

function pathMembers(route: Route, path: string): Record<string, string> {
  const labels = Object.entries(route.path.exec(path)?.groups ?? {});
  return Object.fromEntries(labels.map(([name, value]) => [name, decodeURIComponent(value)]));
}

function queryMembers(route: Route, query: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...query].map(([name, value]) => {
      const member = route.operation.query?.[name];
      if (!member) {
        throw new AwsError(
          "ValidationException",
          `The embedded cloud does not know the query parameter ${name} of ${route.name}.`,
        );
      }
      return [member, value];
    }),
  );
}

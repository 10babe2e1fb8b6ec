/** Services that speak AWS JSON 1.0/1.1: one address, the operation named in the X-Amz-Target header. */
import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { crc32 } from "node:zlib";
import { reportFailure } from "./failure.ts";
import { AwsError, type Caller, type CloudContext, type Service } from "./service.ts";
import { verifySignature } from "./sigv4.ts";

/** One operation: takes the request document, gives the answer document. It authorises itself. */
export type Operation = (input: never, caller: Caller) => unknown;

export interface JsonServiceOptions {
  readonly name: string;
  /** What stands before the dot of X-Amz-Target, e.g. "TrentService"; several when a service has versions. */
  readonly targets: readonly string[];
  readonly contentType: "application/x-amz-json-1.0" | "application/x-amz-json-1.1";
  readonly operations: Readonly<Record<string, Operation>>;
  /** Operations AWS takes without a signature. */
  readonly unsigned?: ReadonlySet<string>;
  /** What stands before the code in an error's `__type`, e.g. "com.amazonaws.dynamodb.v20120810#". */
  readonly errorNamespace?: string;
  /** For a service that once spoke AWS Query: the code its clients still know an error by. */
  readonly queryErrorCode?: (code: string) => string;
  readonly close?: () => Promise<void> | void;
}

const mebibyte = 1024 * 1024;

/** Long: a closure, of which each function fits a screen. */
export function jsonService(context: CloudContext, options: JsonServiceOptions): Service {
  const {
    name,
    targets,
    contentType,
    operations,
    unsigned,
    errorNamespace = "",
    queryErrorCode,
    close,
  } = options;

  async function answer(request: IncomingMessage): Promise<unknown> {
    const [target, operation = ""] = (request.headers["x-amz-target"] ?? "").toString().split(".");
    const body = await readBody(request);
    const run =
      targets.includes(target ?? "") && Object.hasOwn(operations, operation)
        ? operations[operation]
        : undefined;
    if (!run) {
      const message = `The embedded cloud does not know ${name}:${operation || request.url}.`;
      console.error(message);
      throw new AwsError("UnknownOperationException", message);
    }
    const signature = verifySignature(
      { method: request.method ?? "POST", url: request.url ?? "/", headers: request.headers },
      context,
      sha256(body),
    );
    if (!signature && !unsigned?.has(operation)) {
      throw new AwsError(
        "MissingAuthenticationTokenException",
        "Request is missing Authentication Token",
      );
    }
    const input = JSON.parse(body.toString() || "{}");
    context.onCall?.({ service: name, operation, input });
    return run(input as never, { accessKeyId: signature?.accessKeyId });
  }

  return {
    name,
    takesUnsigned: (request) =>
      targets.some((target) =>
        request.headers["x-amz-target"]?.toString().startsWith(`${target}.`),
      ),
    async handle(request, response) {
      // The SDKs take their time from it, so that they sign correctly after a test has moved the cloud's clock.
      response.setHeader("date", context.clock.now().toUTCString());
      let status = 200;
      let document: unknown;
      try {
        document = await answer(request);
      } catch (error) {
        ({ status, document } = describe(error, name, errorNamespace));
        if (queryErrorCode && error instanceof AwsError) {
          response.setHeader("x-amzn-query-error", `${queryErrorCode(error.code)};Sender`);
        }
      }
      send(response, status, document, contentType);
    },
    ...(close ? { close } : {}),
  };
}

function describe(
  error: unknown,
  service: string,
  namespace: string,
): { status: number; document: unknown } {
  if (error instanceof AwsError) {
    return {
      status: signatureCodes[error.code] ? 400 : error.status,
      document: {
        __type: `${namespace}${jsonErrorCode(error)}`,
        message: error.message,
        ...error.extra,
      },
    };
  }
  reportFailure(service, error);
  return { status: 500, document: { __type: "InternalFailure", message: String(error) } };
}

/**
 * The JSON services' codes for a bad signature; sigv4.ts uses those of S3. "Common Errors" of each service and
 * "Troubleshoot Signature Version 4 signing for AWS API requests".
 */
const signatureCodes: Readonly<Record<string, string>> = {
  SignatureDoesNotMatch: "InvalidSignatureException",
  AuthorizationHeaderMalformed: "InvalidSignatureException",
  RequestTimeTooSkewed: "InvalidSignatureException",
  InvalidAccessKeyId: "UnrecognizedClientException",
};

/** The code as every JSON protocol knows it. */
export function jsonErrorCode({ code }: AwsError): string {
  return code === "AccessDenied" ? "AccessDeniedException" : (signatureCodes[code] ?? code);
}

export function send(
  response: ServerResponse,
  status: number,
  document: unknown,
  contentType: string,
): void {
  const body = Buffer.from(document === undefined ? "" : JSON.stringify(document));
  response.writeHead(status, {
    "content-type": contentType,
    "content-length": body.length,
    "x-amzn-requestid": randomUUID(),
    // The SDKs compare it with the body when it is there.
    ...(contentType.endsWith("1.0") ? { "x-amz-crc32": String(crc32(body)) } : {}),
  });
  response.end(body);
}

/** The whole body. @throws AwsError RequestEntityTooLarge past `limit` bytes (16 MiB unless told). */
export async function readBody(request: IncomingMessage, limit = 16 * mebibyte): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const body: AsyncIterable<Buffer> = request;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit)
      throw new AwsError("RequestEntityTooLarge", "The request is too large.", { status: 413 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function sha256(body: Buffer): string {
  return createHash("sha256").update(body).digest("hex");
}

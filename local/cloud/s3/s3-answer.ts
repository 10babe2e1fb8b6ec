import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { reportFailure } from "../kernel/failure.ts";
import { AwsError } from "../kernel/service.ts";
import { writeErrorXml, writeXml, type XmlValue } from "./xml.ts";

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: string | Readable;
}

export function xmlAnswer(
  rootName: string,
  document: XmlValue,
  headers: Answer["headers"] = {},
): Answer {
  return {
    status: 200,
    headers: { "content-type": "application/xml", ...headers },
    body: writeXml(rootName, document),
  };
}

/** The error document. An AwsError's `extra.headers` become headers, the rest elements. */
export function errorAnswer(error: unknown, requestId: string): Answer {
  if (!(error instanceof AwsError)) {
    reportFailure("s3", error);
    return errorAnswer(
      new AwsError("InternalError", "We encountered an internal error. Please try again.", {
        status: 500,
      }),
      requestId,
    );
  }
  const { headers = {}, ...extra } = error.extra as Record<string, XmlValue> & {
    headers?: Record<string, string>;
  };
  return {
    status: error.status,
    headers: { "content-type": "application/xml", ...headers },
    body: writeErrorXml({
      Code: error.code,
      Message: error.message,
      ...extra,
      RequestId: requestId,
      HostId: "embedded-cloud",
    }),
  };
}

/** @param now the cloud's time: the SDKs set their own clocks by the Date header */
export async function send(
  response: ServerResponse,
  { status, headers = {}, body }: Answer,
  { requestId, now, withBody }: { requestId: string; now: Date; withBody: boolean },
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.setHeader("date", now.toUTCString());
  response.setHeader("server", "AmazonS3");
  response.setHeader("x-amz-request-id", requestId);
  response.setHeader("x-amz-id-2", randomBytes(24).toString("base64"));
  response.statusCode = status;
  if (!withBody) {
    if (typeof body === "object") body.destroy();
    response.end();
  } else if (typeof body === "object") {
    await pipeline(body, response).catch(ignoreHangUp);
  } else {
    if (status !== 204 && status !== 304) {
      response.setHeader("content-length", Buffer.byteLength(body ?? ""));
    }
    response.end(body);
  }
}

/** A client that stops reading is no failure of ours. */
function ignoreHangUp(error: NodeJS.ErrnoException): void {
  const hangUps = [
    "ERR_STREAM_PREMATURE_CLOSE",
    "ECONNRESET",
    "EPIPE",
    "ERR_STREAM_UNABLE_TO_PIPE",
  ];
  if (!hangUps.includes(error.code ?? "")) throw error;
}

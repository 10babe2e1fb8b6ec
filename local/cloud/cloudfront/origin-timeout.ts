import { setTimeout as sleep } from "node:timers/promises";
import type { HttpResponse } from "../http-api/http-message.ts";
import type { Origin } from "./distribution.ts";

const timedOut: HttpResponse = {
  status: 504,
  headers: { "content-type": "text/html" },
  cookies: [],
  body: Buffer.from("We can't connect to the server for this app or website at this time."),
};

/**
 * "HTTP 504 status code (Gateway Timeout)": CloudFront waits only so long for a custom origin's answer. The origin's work goes
 * on. CloudFront would send a GET twice more, but not a POST; for the caller that makes no difference.
 */
export function inTime(origin: Origin, timeoutSeconds: number): Origin {
  return async (request) => {
    const stopped = new AbortController();
    try {
      return await Promise.race([
        origin(request),
        sleep(timeoutSeconds * 1000, timedOut, { signal: stopped.signal, ref: false }),
      ]);
    } finally {
      stopped.abort();
    }
  };
}

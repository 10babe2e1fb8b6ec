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
 * "HTTP 504 status code (Gateway Timeout)": CloudFront waits for a custom origin's answer so long and no longer. What the
 * origin does goes on. A POST is not sent again; a GET would be, twice more, which changes nothing for who waits.
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

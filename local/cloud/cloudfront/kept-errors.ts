import type { HttpRequest, HttpResponse } from "../http-api/http-message.ts";

/**
 * CloudFront keeps these whatever the origin says of caching: «for all other error codes, CloudFront ignores» no-store, no-cache and
 * private («Control how long CloudFront caches errors», CloudFront Developer Guide). 404, 414 and 501, which it keeps where the origin
 * says nothing, are not kept here.
 */
const always = new Set([500, 502, 503, 504]);
/** «CloudFront caches error responses for a default duration of 10 seconds», ibid. */
const defaultSeconds = 10;

/** Errors that are served to everybody who asks for the same, until their time is over. */
export class KeptErrors {
  readonly #kept = new Map<string, { readonly until: number; readonly response: HttpResponse }>();
  readonly #seconds: ReadonlyMap<number, number>;
  readonly #now: () => number;

  /** @param seconds by status, where a distribution says how long (ErrorCachingMinTTL). @param now milliseconds */
  constructor(seconds: ReadonlyMap<number, number>, now: () => number) {
    this.#seconds = seconds;
    this.#now = now;
  }

  /** @param key what the request is known by. @param ask asks the origin, when nothing is kept */
  async answer(
    { method }: HttpRequest,
    key: string,
    ask: () => Promise<HttpResponse>,
  ): Promise<HttpResponse> {
    // «CloudFront does not cache responses to requests that use the other methods» («How CloudFront processes HTTP 4xx and 5xx…»).
    if (method !== "GET" && method !== "HEAD") return ask();
    const known = this.#kept.get(key);
    if (known && known.until > this.#now()) return known.response;
    this.#kept.delete(key);
    const response = await ask();
    const seconds = this.#seconds.get(response.status) ?? defaultSeconds;
    if (always.has(response.status) && seconds > 0)
      this.#kept.set(key, { until: this.#now() + seconds * 1000, response });
    return response;
  }
}

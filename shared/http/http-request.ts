import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { networkOf } from "./network.ts";

/** What is learnt about a request while it is handled, for the security log. */
export interface SecurityFacts {
  /** The id of the employee who asks, once that is known. */
  readonly actor?: string;
  /** The number somebody claims to have, as typed. */
  readonly nip?: string;
  /** What was done. A request without it is logged only when it is refused. */
  readonly outcome?: SecurityOutcome;
}

type SecurityOutcome =
  | "password-accepted"
  | "signed-in"
  | "signed-out"
  | "session-ended"
  | "sessions-ended"
  | "authenticator-registered"
  | "recovery-code-used"
  | "recovery-codes-made"
  | "authenticator-replaced"
  | "reset-started"
  | "reset-code-requested"
  | "password-changed"
  | "account-frozen"
  | "qr-approved"
  | "qr-refused"
  | "signed-in-by-qr"
  | "new-email-asked"
  | "new-email-confirmed"
  | "new-email-cancelled"
  | "new-phone-asked"
  | "new-phone-cancelled"
  | "card-qr-replaced"
  | "card-qr-paused"
  | "card-qr-resumed"
  | "card-nip-opened"
  | "card-nip-closed"
  | "own-data-taken"
  | "campaign-form-sent"
  | "campaign-form-confirmed"
  | "campaign-opened"
  | "campaign-ended"
  | "request-submitted"
  | "request-take"
  | "request-release"
  | "request-agree"
  | "leave-recalled"
  | "leave-corrected"
  | "request-advise"
  | "request-clarify"
  | "request-reject"
  | "proofs-revoked"
  | "mfa-reset-cancelled"
  | "records-searched"
  | "export-requested"
  | "export-fetched";

/** A request of a browser. Only this class reads API Gateway's event. */
export class HttpRequest {
  readonly #event: APIGatewayProxyEventV2;
  /** `performance.now()` when it reached the function. */
  readonly arrivedAt = performance.now();
  #facts: SecurityFacts = {};
  #person: string | undefined;
  /** Set when it did not come through CloudFront: then it may say any address. */
  isDirect = false;
  /** Set by a route that has a body but changes nothing. */
  readsOnly = false;

  constructor(event: APIGatewayProxyEventV2) {
    this.#event = event;
  }

  get id(): string {
    return this.#event.requestContext.requestId;
  }

  /** When it reached the gateway («requestContext.timeEpoch», AWS, "Create AWS Lambda proxy integrations for HTTP APIs"). */
  get at(): Date {
    return new Date(this.#event.requestContext.timeEpoch);
  }

  get method(): string {
    return this.#event.requestContext.http.method;
  }

  /** Every method but GET, unless its route only reads. */
  get isChange(): boolean {
    return this.method !== "GET" && !this.readsOnly;
  }

  get path(): string {
    return this.#event.rawPath;
  }

  /** As sent, without the question mark. */
  get queryText(): string {
    return this.#event.rawQueryString;
  }

  get query(): Readonly<Record<string, string | undefined>> {
    return this.#event.queryStringParameters ?? {};
  }

  /** @param name in lower case */
  header(name: string): string | undefined {
    return this.#event.headers[name];
  }

  /** @returns undefined also for an empty one */
  cookie(name: string): string | undefined {
    const prefix = `${name}=`;
    const found = this.#event.cookies?.find((cookie) => cookie.startsWith(prefix));
    return found?.slice(prefix.length) || undefined;
  }

  get bodyBytes(): Buffer {
    const { body = "", isBase64Encoded } = this.#event;
    return Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  }

  /**
   * The network it comes from, for counting attempts. CloudFront names the viewer as "address:port"; without it, API
   * Gateway's peer counts.
   * @returns "203.0.113.0/24", "2001:db8:0:ab00::/56"
   */
  get network(): string {
    const viewer = this.header("cloudfront-viewer-address")?.replace(/:\d+$/, "");
    const peer = this.#event.requestContext.http.sourceIp;
    return networkOf(this.isDirect ? peer : (viewer ?? peer));
  }

  /** What is noted for the security log so far. */
  get facts(): SecurityFacts {
    return this.#facts;
  }

  /** Adds to what is known of the request. */
  note(facts: SecurityFacts): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  /** The person whom the answer is for; undefined when the route needs no login. */
  get person(): string | undefined {
    return this.#person;
  }

  set person(id: string) {
    this.#person = id;
  }
}

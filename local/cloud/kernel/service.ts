import type { IncomingMessage, ServerResponse } from "node:http";
import type { CloudClock } from "./clock.ts";
import type { Store } from "./store.ts";

/** Who makes a call: the access key that signed it, or nobody for the few calls that AWS takes unsigned. */
export interface Caller {
  readonly accessKeyId: string | undefined;
}

/** An error in AWS's words. Each protocol writes it in its own shape (JSON `__type`, XML `<Code>`). */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error document, e.g. CancellationReasons. */
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(
    code: string,
    message: string,
    { status = 400, extra = {} }: { status?: number; extra?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.extra = extra;
  }
}

/** A call that an SDK made, or a browser with a signed form. */
export interface Call {
  readonly service: string;
  /** As the API reference names it. */
  readonly operation: string;
  /** The request's document, where the service takes one. */
  readonly input?: unknown;
  /** Of a call of S3: its bucket, and who made it, as IAM names them. */
  readonly bucket?: string;
  readonly caller?: string | undefined;
}

/** What every service is given. */
export interface CloudContext {
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  readonly clock: CloudClock;
  readonly store: Store;
  /** Folder for what is too big for the store: object bodies, LevelDB files. */
  readonly directory: string;
  /** Base address of the endpoint all services share, e.g. "http://127.0.0.1:4566". */
  readonly endpoint: () => string;
  /** Hears of each call, before it is answered. */
  readonly onCall?: ((call: Call) => void) | undefined;
  /** The secret of an access key; undefined when nobody has it. */
  secretOf(accessKeyId: string): string | undefined;
  /** Whose an access key is; undefined of the operator's, and when nobody has it. */
  nameOf(accessKeyId: string): string | undefined;
  /**
   * Refuses a call that the caller's role would not be allowed on AWS.
   * @param action e.g. "dynamodb:PutItem"
   * @param resource full ARN
   * @param context condition keys, e.g. { "dynamodb:LeadingKeys": ["…"] }
   * @throws AwsError AccessDenied
   */
  authorize(
    caller: Caller,
    action: string,
    resource: string,
    context?: Readonly<Record<string, string | string[]>>,
  ): void;
}

/** One AWS service behind the shared endpoint. */
export interface Service {
  /** Its name in a signature's credential scope: "dynamodb", "s3", "cognito-idp", "sqs", "ses", "kms", "lambda", "logs", "cloudfront-keyvaluestore". */
  readonly name: string;
  /** True for a call that reaches this service without a signature (presigned, anonymous, JWKS). */
  takesUnsigned?(request: IncomingMessage): boolean;
  /** Checks the signature, authorises, answers. Errors of AWS's kind are answered, never thrown. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close?(): Promise<void> | void;
}

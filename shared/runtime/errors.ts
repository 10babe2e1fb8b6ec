import type { ErrorCode, FieldCode } from "./codes.ts";

/**
 * Failures a caller can act on. Anything else that is thrown is a bug and becomes a 500.
 * `code` is stable and keys the texts people read (web/src/messages); `message` is for developers only
 * and never carries personal data.
 */
export abstract class ExpectedError extends Error {
  abstract readonly code: ErrorCode;
  /** HTTP status the API answers with. */
  abstract readonly status: number;
}

export interface FieldProblem {
  /** Name of the field as the API contract spells it. */
  readonly field: string;
  readonly code: FieldCode;
  /** Figures the text needs, e.g. { min: 12 }. Never what the user typed. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export class InvalidInput extends ExpectedError {
  readonly code = "invalid-input";
  readonly status = 422;
  readonly problems: readonly FieldProblem[];
  constructor(...problems: FieldProblem[]) {
    super(problems.map(({ field, code }) => `${field}: ${code}`).join(", "));
    this.problems = problems;
  }
}

export class NotFound extends ExpectedError {
  readonly code = "not-found";
  readonly status = 404;
}

/** Someone else has changed the thing, or its state does not allow the request. */
export class Conflict extends ExpectedError {
  readonly code: ErrorCode;
  readonly status = 409;
  constructor(code: ErrorCode, message: string = code) {
    super(message);
    this.code = code;
  }
}

/** Not signed in, or the session ended. */
export class Unauthenticated extends ExpectedError {
  readonly code: ErrorCode;
  readonly status = 401;
  constructor(code: ErrorCode = "session-ended") {
    super(code);
    this.code = code;
  }
}

/** A password or code that was to prove something was wrong. Whoever sent it stays signed in, if they are. */
export class ProofRefused extends ExpectedError {
  readonly code: ErrorCode;
  readonly status = 422;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Signed in, but not allowed to do this. */
export class Forbidden extends ExpectedError {
  readonly code: ErrorCode;
  readonly status = 403;
  constructor(code: ErrorCode = "forbidden") {
    super(code);
    this.code = code;
  }
}

export class TooManyAttempts extends ExpectedError {
  readonly code = "too-many-attempts";
  readonly status = 429;
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super("too many attempts");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** AWS throttles us, or a quota is used up. The request is right and may be sent again soon. */
export class Busy extends ExpectedError {
  readonly code = "busy";
  readonly status = 503;
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super("throttled");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

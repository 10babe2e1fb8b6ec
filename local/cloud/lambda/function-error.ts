/** An invocation that failed, as Lambda tells its caller: `FunctionError: Unhandled` and this document. */
export class FunctionError extends Error {
  /** Class of what was thrown, or e.g. "Sandbox.Timedout", "Runtime.ExitError". */
  readonly errorType: string;
  readonly trace: readonly string[];

  constructor(errorType: string, errorMessage: string, trace: readonly string[] = []) {
    super(errorMessage);
    this.name = "FunctionError";
    this.errorType = errorType;
    this.trace = trace;
  }
}

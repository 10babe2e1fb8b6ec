/** What passes between a function's worker thread and the cloud. */

export interface WorkerBoot {
  /** Milliseconds ahead of the machine's time, see CloudClock. */
  readonly clockOffset: SharedArrayBuffer;
  readonly codeDirectory: string;
  readonly handler: string;
  readonly layerPackages: readonly string[];
  readonly projectDirectory: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
}

export interface Invocation {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  /** Epoch milliseconds of the machine's time: moving the cloud's does not use up what a function has for its work. */
  readonly deadline: number;
}

export interface Outcome {
  readonly requestId: string;
  /** JSON; undefined when the handler returned nothing. */
  readonly answer?: string | undefined;
  readonly error?: { errorType: string; errorMessage: string; trace: string[] } | undefined;
}

/** What passes between a function's process and the cloud. */

/** The process's argument, in JSON. */
export interface WorkerBoot {
  /** Milliseconds ahead of the machine's time. */
  readonly clockOffset: number;
  readonly codeDirectory: string;
  readonly handler: string;
  readonly layerPackages: readonly string[];
  readonly projectDirectory: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
}

export type ToWorker = Invocation | ClockMove;

export interface Invocation {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  /** Epoch milliseconds of the machine's time: moving the cloud's does not use up what a function has for its work. */
  readonly deadline: number;
}

export interface ClockMove {
  /** Milliseconds ahead of the machine's time. */
  readonly clockOffset: number;
}

/** The function's code is loaded, or cannot be: invocations may come. */
export interface Ready {
  readonly ready: true;
}

export interface Outcome {
  /** Undefined when the process ends of something that belongs to no invocation. */
  readonly requestId: string | undefined;
  /** JSON; undefined when the handler returned nothing. */
  readonly answer?: string | undefined;
  readonly error?: { errorType: string; errorMessage: string; trace: string[] } | undefined;
}

import type { Engine } from "../engines.ts";

/** A fact about DynamoDB; `run` throws where it does not hold. */
export interface Check {
  readonly name: string;
  readonly run: (engine: Engine) => Promise<void>;
}

export function check(name: string, run: Check["run"]): Check {
  return { name, run };
}

/** Waits for what must fail. @returns the error */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    return error as Refusal;
  }
  throw new Error("The call was expected to be refused.");
}

export interface Refusal extends Error {
  readonly Item?: unknown;
  readonly CancellationReasons?: readonly {
    readonly Code?: string;
    readonly Message?: string;
    readonly Item?: unknown;
  }[];
}

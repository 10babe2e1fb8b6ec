import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { Busy } from "#shared/runtime/errors.ts";
import type { FileRequest, FilesOnDemand, Preparation } from "./draw-file.ts";

/** When to ask again while the renderer still draws. It stores the file even when nobody waits for it. */
const stillDrawingSeconds = 2;

/** Less than anybody notices who waits for the card's page meanwhile. */
const prepareTimeout = 500;

/** Less than the ten seconds of the APIs that ask, so that their caller gets an answer. The renderer finishes and stores the file. */
const requestTimeout = 8000;

/** Throws before the calling function times out, and does not retry. */
export function rendererClient(): LambdaClient {
  return new LambdaClient({
    maxAttempts: 1,
    requestHandler: { requestTimeout, throwOnRequestTimeout: true },
  });
}

/** Invokes card-renderer for one file and waits for the answer, or only has it start ("Invoke", AWS Lambda API Reference). */
export class CardRendererFunction implements FilesOnDemand {
  readonly #lambda: LambdaClient;
  readonly #functionName: string;

  /** @param lambda see `rendererClient` */
  constructor(lambda: LambdaClient, functionName: string) {
    this.#lambda = lambda;
    this.#functionName = functionName;
  }

  async draw(request: FileRequest): Promise<void> {
    const { FunctionError } = await this.#lambda
      .send(
        new InvokeCommand({
          FunctionName: this.#functionName,
          Payload: Buffer.from(JSON.stringify(request)),
        }),
      )
      .catch((error: unknown) => {
        const isLate = error instanceof Error && error.name === "TimeoutError";
        throw isLate ? new Busy(stillDrawingSeconds) : error;
      });
    if (FunctionError) throw new Error(`The renderer failed: ${FunctionError}.`);
  }

  async prepare(): Promise<void> {
    const preparation: Preparation = { prepare: true };
    await this.#lambda.send(
      new InvokeCommand({
        FunctionName: this.#functionName,
        InvocationType: "Event",
        Payload: Buffer.from(JSON.stringify(preparation)),
      }),
      { requestTimeout: prepareTimeout },
    );
  }
}

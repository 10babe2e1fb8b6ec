import { AwsError, type CloudContext } from "../kernel/service.ts";
import { triggerAttributes, type User } from "./user.ts";
import type { Pool } from "./user-pool.ts";

/** What Cognito gives a Lambda trigger and gets back from it, event version 1. */
export interface TriggerEvent {
  readonly version: "1";
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string };
  /** E.g. "CustomMessage_ForgotPassword". */
  readonly triggerSource: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
}

/** Runs a Lambda function with an event and gives back the event it returns. */
export type RunTrigger = (functionArn: string, event: TriggerEvent) => Promise<TriggerEvent>;

type TriggerName =
  | "CustomMessage"
  | "PreAuthentication"
  | "PostAuthentication"
  | "PreTokenGeneration";

export interface TriggerCall {
  readonly name: TriggerName;
  /** What follows the first "_" of triggerSource. */
  readonly occasion: string;
  readonly pool: Pool;
  readonly clientId: string;
  /** The name of a user who may not exist. */
  readonly userName: string;
  readonly user: User | undefined;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
}

/** The triggers of the pools' LambdaConfig. */
export class Triggers {
  readonly #region: string;
  readonly #run: RunTrigger;

  constructor({ region }: Pick<CloudContext, "region">, run: RunTrigger) {
    this.#region = region;
    this.#run = run;
  }

  /**
   * @returns the function's response; undefined when the pool has no such trigger
   * @throws AwsError UserLambdaValidationException when the function throws, InvalidLambdaResponseException
   * when it does not return the event
   */
  async call(call: TriggerCall): Promise<TriggerEvent["response"] | undefined> {
    const functionArn = functionOf(call.pool, call.name);
    if (!functionArn) return undefined;
    const answer = await this.#answer(functionArn, call);
    if (typeof answer?.response !== "object") {
      throw new AwsError("InvalidLambdaResponseException", "Unrecognizable lambda output");
    }
    return answer.response;
  }

  async #answer(functionArn: string, call: TriggerCall): Promise<TriggerEvent | undefined> {
    try {
      return await this.#run(functionArn, this.#event(call));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AwsError(
        "UserLambdaValidationException",
        `${call.name} failed with error ${reason}.`,
      );
    }
  }

  #event(call: TriggerCall): TriggerEvent {
    const source = call.name === "PreTokenGeneration" ? "TokenGeneration" : call.name;
    return {
      version: "1",
      region: this.#region,
      userPoolId: call.pool.id,
      userName: call.userName,
      callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: call.clientId },
      triggerSource: `${source}_${call.occasion}`,
      request: {
        userAttributes: call.user ? triggerAttributes(call.user) : {},
        ...call.request,
      },
      response: call.response ?? {},
    };
  }
}

function functionOf({ definition }: Pool, name: TriggerName): string | undefined {
  const { LambdaConfig: config } = definition;
  return name === "PreTokenGeneration"
    ? (config.PreTokenGenerationConfig?.LambdaArn ?? config.PreTokenGeneration)
    : config[name];
}

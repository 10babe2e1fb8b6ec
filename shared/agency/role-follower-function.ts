import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { ApprovalId } from "#shared/access/approval.ts";
import type { RoleFollower, RolePhase } from "./unit-moves.ts";

/** Invokes role-follower and waits for it («Invoke», AWS Lambda API Reference). */
export class RoleFollowerFunction implements RoleFollower {
  readonly #lambda: LambdaClient;
  readonly #functionName: string;

  constructor(lambda: LambdaClient, functionName: string) {
    this.#lambda = lambda;
    this.#functionName = functionName;
  }

  async follow(request: {
    readonly approvalId: ApprovalId;
    readonly phase: RolePhase;
  }): Promise<void> {
    const { FunctionError } = await this.#lambda.send(
      new InvokeCommand({
        FunctionName: this.#functionName,
        Payload: Buffer.from(JSON.stringify(request)),
      }),
    );
    if (FunctionError) throw new Error(`role-follower failed: ${FunctionError}.`);
  }
}

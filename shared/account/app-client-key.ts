import { createHmac } from "node:crypto";
import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { type Clock, systemClock } from "#shared/runtime/clock.ts";
import { Busy } from "#shared/runtime/errors.ts";
import { isThrottling } from "#shared/runtime/throttling.ts";
import { beneathRetries, turnErrors } from "./cognito-refusals.ts";

/**
 * Cognito answers five such questions a second for a pool, whoever asks («Quotas in Amazon Cognito», UserPoolClientRead), and a wave
 * of new processes asks at once. So each asks at most once a second, and tells its callers to come back meanwhile.
 */
const betweenReadsMillis = 1000;
const busySeconds = 5;

/** The secret of our app client. A call of Cognito proves with a hash that it knows the secret. */
export class AppClientKey {
  readonly poolId: string;
  readonly clientId: string;
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #clock: Clock;
  #secret: Promise<string> | undefined;
  /** Epoch milliseconds. */
  #nextRead = 0;

  constructor(
    cognito: CognitoIdentityProviderClient,
    poolId: string,
    clientId: string,
    clock: Clock = systemClock,
  ) {
    this.#cognito = cognito;
    this.poolId = poolId;
    this.clientId = clientId;
    this.#clock = clock;
  }

  /** What a call about this user name carries as SECRET_HASH. @throws as secret */
  async hashOf(username: string): Promise<string> {
    const hmac = createHmac("sha256", await this.secret());
    return hmac.update(username + this.clientId).digest("base64");
  }

  /**
   * Read from Cognito once in the life of a process. It is no setting, because everyone who may view a function sees its settings.
   * @throws Busy while Cognito throttles the question
   */
  secret(): Promise<string> {
    if (this.#secret) return this.#secret;
    const asked = this.#readInTurn();
    this.#secret = asked;
    asked.catch(() => {
      this.#secret = undefined;
    });
    return asked;
  }

  async #readInTurn(): Promise<string> {
    const now = this.#clock.now().getTime();
    if (now < this.#nextRead) throw new Busy(busySeconds);
    this.#nextRead = now + betweenReadsMillis * (1 + Math.random());
    return await this.#read();
  }

  async #read(): Promise<string> {
    const command = new DescribeUserPoolClientCommand({
      UserPoolId: this.poolId,
      ClientId: this.clientId,
    });
    const throttled = turnErrors((error) => (isThrottling(error) ? new Busy(busySeconds) : error));
    command.middlewareStack.add(throttled, beneathRetries);
    const { UserPoolClient } = await this.#cognito.send(command);
    if (!UserPoolClient?.ClientSecret) throw new Error("The app client has no secret.");
    return UserPoolClient.ClientSecret;
  }
}

import { createHmac } from "node:crypto";
import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";

/** The secret of our app client. A call of Cognito proves with a hash that it knows the secret. */
export class AppClientKey {
  readonly poolId: string;
  readonly clientId: string;
  readonly #cognito: CognitoIdentityProviderClient;
  #clientSecret: string | undefined;

  constructor(cognito: CognitoIdentityProviderClient, poolId: string, clientId: string) {
    this.#cognito = cognito;
    this.poolId = poolId;
    this.clientId = clientId;
  }

  /** What a call about this user name carries as SECRET_HASH. */
  async hashOf(username: string): Promise<string> {
    const hmac = createHmac("sha256", await this.secret());
    return hmac.update(username + this.clientId).digest("base64");
  }

  /** Read from Cognito once. It is no setting, because everyone who may view a function sees its settings. */
  async secret(): Promise<string> {
    if (this.#clientSecret === undefined) {
      const { UserPoolClient } = await this.#cognito.send(
        new DescribeUserPoolClientCommand({ UserPoolId: this.poolId, ClientId: this.clientId }),
      );
      if (!UserPoolClient?.ClientSecret) throw new Error("The app client has no secret.");
      this.#clientSecret = UserPoolClient.ClientSecret;
    }
    return this.#clientSecret;
  }
}

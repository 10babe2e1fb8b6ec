import { createHmac } from "node:crypto";
import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  SetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { allFlows, strictPool } from "./strict-pool.ts";

export interface PoolUnderTest {
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly secret: string | undefined;
}

/** How a pool differs from the strict one, and its client from one that allows all flows. */
export interface PoolDefinition {
  readonly pool?: Partial<CreateUserPoolCommandInput>;
  readonly client?: Partial<CreateUserPoolClientCommandInput>;
}

/** A pool with one client. */
export async function createPool(
  sdk: CognitoIdentityProviderClient,
  { pool = {}, client = {} }: PoolDefinition = {},
): Promise<PoolUnderTest> {
  const definition = { ...strictPool, ...pool };
  const { UserPool } = await sdk.send(new CreateUserPoolCommand(definition));
  const UserPoolId = UserPool?.Id ?? "";
  if (definition.MfaConfiguration !== "OFF") {
    await sdk.send(
      new SetUserPoolMfaConfigCommand({
        UserPoolId,
        MfaConfiguration: definition.MfaConfiguration,
        SoftwareTokenMfaConfiguration: { Enabled: true },
      }),
    );
  }
  const { UserPoolClient } = await sdk.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: "web",
      ExplicitAuthFlows: [...allFlows],
      PreventUserExistenceErrors: "ENABLED",
      AccessTokenValidity: 15,
      TokenValidityUnits: { AccessToken: "minutes" },
      ...client,
    }),
  );
  return {
    UserPoolId,
    ClientId: UserPoolClient?.ClientId ?? "",
    secret: UserPoolClient?.ClientSecret,
  };
}

export function secretHash(secret: string, username: string, clientId: string): string {
  return createHmac("sha256", secret).update(`${username}${clientId}`).digest("base64");
}

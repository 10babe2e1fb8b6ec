/** The few commands of `aws` that docs/operations.md has and the embedded cloud answers, each by the real SDK. */
import {
  AdminDeleteSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  ListUserPoolsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateEmailIdentityCommand,
  GetEmailIdentityCommand,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import type { ClientOptions } from "../../../local/cloud/assembly/deployer.ts";
import { wordsOf } from "./operations-doc.ts";

type Flags = (name: string) => string;

/** By service and operation. What `flag` asks for must be there, and nothing else may be. */
const operations: Readonly<
  Record<string, (client: ClientOptions, flag: Flags) => Promise<unknown>>
> = {
  "sesv2 get-email-identity": (client, flag) =>
    new SESv2Client(client).send(
      new GetEmailIdentityCommand({ EmailIdentity: flag("email-identity") }),
    ),
  "sesv2 create-email-identity": (client, flag) =>
    new SESv2Client(client).send(
      new CreateEmailIdentityCommand({ EmailIdentity: flag("email-identity") }),
    ),
  "dynamodb list-tables": (client) => new DynamoDBClient(client).send(new ListTablesCommand({})),
  "cognito-idp list-user-pools": (client, flag) =>
    new CognitoIdentityProviderClient(client).send(
      new ListUserPoolsCommand({ MaxResults: Number(flag("max-results")) }),
    ),
  "cognito-idp admin-delete-software-token": (client, flag) =>
    new CognitoIdentityProviderClient(client).send(
      new AdminDeleteSoftwareTokenCommand({
        UserPoolId: flag("user-pool-id"),
        Username: flag("username"),
      }),
    ),
};

/** @returns the answer @throws Error for an operation or a flag that is not known here, and as AWS refuses */
export async function aws(command: string, client: ClientOptions): Promise<unknown> {
  const [, service, name, ...rest] = wordsOf(command);
  const operation = operations[`${service} ${name}`];
  if (!operation) throw new Error(`Nobody here knows ${command}.`);
  const given = new Map<string, string>();
  for (let i = 0; i < rest.length; i += 2)
    given.set((rest[i] ?? "").replace(/^--/, ""), rest[i + 1] ?? "");
  // The embedded cloud has one region.
  const used = new Set(["region"]);
  const answer = operation(client, (flag) => {
    used.add(flag);
    const value = given.get(flag);
    if (value === undefined) throw new Error(`${command} lacks --${flag}.`);
    return value;
  });
  const unknown = [...given.keys()].filter((flag) => !used.has(flag));
  if (unknown.length > 0) throw new Error(`Nobody here knows --${unknown.join(", --")}.`);
  return answer;
}

/** App clients of user pools. */
import * as z from "zod";
import { checkClientDefinition, clientDefinition } from "./client-definition.ts";
import type { Dependencies } from "./dependencies.ts";
import { type Operations, operation, readInput } from "./operation.ts";
import { randomId } from "./pools.ts";
import type { Client } from "./user-pool.ts";

const oneClient = z.strictObject({ UserPoolId: z.string(), ClientId: z.string() });

/** All clients are listed at once. */
const listClients = z.strictObject({
  UserPoolId: z.string(),
  MaxResults: z.int().min(1).max(60).optional(),
});

export function clientOperations(dependencies: Dependencies): Operations {
  const { directory } = dependencies;
  return {
    CreateUserPoolClient: operation(
      clientDefinition.extend({ UserPoolId: z.string() }),
      ({ UserPoolId, ...definition }) => ({
        UserPoolClient: view(saveClient(dependencies, randomId(26), UserPoolId, definition)),
      }),
    ),

    DescribeUserPoolClient: operation(oneClient, ({ UserPoolId, ClientId }) => ({
      UserPoolClient: view(directory.client(ClientId, directory.pool(UserPoolId).id)),
    })),

    ListUserPoolClients: operation(listClients, ({ UserPoolId }) => ({
      UserPoolClients: directory.clients(directory.pool(UserPoolId).id).map((client) => ({
        ClientId: client.id,
        UserPoolId,
        ClientName: client.definition.ClientName,
      })),
    })),

    DeleteUserPoolClient: operation(oneClient, ({ UserPoolId, ClientId }) => {
      directory.deleteClient(directory.client(ClientId, directory.pool(UserPoolId).id));
      return {};
    }),
  };
}

/**
 * Makes or redefines the client with this id; its secret stays.
 * @param definition CreateUserPoolClient's input without UserPoolId; its name may be absent
 */
export function ensureClient(
  dependencies: Dependencies,
  id: string,
  poolId: string,
  definition: object,
): { secret: string | undefined } {
  const { secret } = saveClient(
    dependencies,
    id,
    poolId,
    readInput(clientDefinition, { ClientName: id, ...definition }),
  );
  return { secret };
}

function saveClient(
  { directory, context }: Dependencies,
  id: string,
  poolId: string,
  definition: z.output<typeof clientDefinition>,
): Client {
  const now = context.clock.millis();
  const existing = directory.findClient(id);
  const secret = definition.GenerateSecret ? (existing?.secret ?? randomId(51)) : undefined;
  const client = {
    id,
    poolId: directory.pool(poolId).id,
    secret,
    definition: checkClientDefinition(definition),
    createdAt: existing?.createdAt ?? now,
    modifiedAt: now,
  };
  directory.saveClient(client);
  return client;
}

function view({ id, poolId, secret, definition, createdAt, modifiedAt }: Client) {
  const { GenerateSecret, ...shown } = definition;
  return {
    ...shown,
    ClientId: id,
    UserPoolId: poolId,
    ClientSecret: secret,
    CreationDate: createdAt / 1000,
    LastModifiedDate: modifiedAt / 1000,
  };
}

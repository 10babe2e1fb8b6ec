/** User pools: creation, description, MFA configuration, deletion. */
import { randomBytes } from "node:crypto";
import * as z from "zod";
import { describeSchema } from "./attributes.ts";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter } from "./errors.ts";
import { type Operations, operation, poolArn, readInput } from "./operation.ts";
import { mfaConfiguration, poolDefinition, templatePoolDefinition } from "./pool-definition.ts";
import type { Pool } from "./user-pool.ts";

const onePool = z.strictObject({ UserPoolId: z.string() });

/** All pools are listed at once. */
const listUserPools = z.strictObject({ MaxResults: z.int().min(1).max(60) });

const setMfaConfig = onePool.extend({
  MfaConfiguration: mfaConfiguration.default("OFF"),
  SoftwareTokenMfaConfiguration: z
    .strictObject({ Enabled: z.boolean().default(false) })
    .prefault({}),
});

/** Long: a closure, of which each function fits a screen. */
export function poolOperations(dependencies: Dependencies): Operations {
  const { directory, context } = dependencies;

  const mfaView = ({ definition, softwareTokens }: Pool) => ({
    MfaConfiguration: definition.MfaConfiguration,
    SoftwareTokenMfaConfiguration: { Enabled: softwareTokens },
  });

  return {
    CreateUserPool: operation(poolDefinition, (definition) => {
      const id = `${context.region}_${randomId(9)}`;
      return {
        UserPool: view(
          dependencies,
          savePool(dependencies, id, { definition, softwareTokens: false }),
        ),
      };
    }),

    DescribeUserPool: operation(onePool, ({ UserPoolId }) => ({
      UserPool: view(dependencies, directory.pool(UserPoolId)),
    })),

    ListUserPools: operation(listUserPools, () => ({
      UserPools: directory.pools().map(({ id, definition }) => ({
        Id: id,
        Name: definition.PoolName,
      })),
    })),

    DeleteUserPool: operation(onePool, ({ UserPoolId }) => {
      const pool = directory.pool(UserPoolId);
      if (pool.definition.DeletionProtection === "ACTIVE") {
        throw invalidParameter(
          "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.",
        );
      }
      context.store.transaction(() => {
        directory.deletePool(pool);
        dependencies.keys.delete(pool.id);
      });
      return {};
    }),

    GetUserPoolMfaConfig: operation(onePool, ({ UserPoolId }) =>
      mfaView(directory.pool(UserPoolId)),
    ),

    SetUserPoolMfaConfig: operation(setMfaConfig, (input) => {
      const pool = directory.pool(input.UserPoolId);
      const softwareTokens = input.SoftwareTokenMfaConfiguration.Enabled;
      if (softwareTokens !== (input.MfaConfiguration !== "OFF")) {
        throw invalidParameter(
          softwareTokens
            ? "Invalid MFA configuration given, can't turn off MFA and configure an MFA together."
            : "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
        );
      }
      const definition = { ...pool.definition, MfaConfiguration: input.MfaConfiguration };
      return mfaView(savePool(dependencies, pool.id, { definition, softwareTokens }));
    }),
  };
}

/**
 * Makes or redefines the pool with this id, so that it is the same pool after a restart.
 * @param id "REGION_name"
 * @param definition CreateUserPool's input, or the same with CloudFormation's EnabledMfas; its name may be absent
 */
export function ensurePool(
  dependencies: Dependencies,
  id: string,
  definition: object,
): { arn: string } {
  if (!new RegExp(`^${dependencies.context.region}_[0-9A-Za-z]+$`).test(id)) {
    throw new Error(
      `A user pool's id is ${dependencies.context.region}_ and letters or digits, not ${id}.`,
    );
  }
  const { EnabledMfas, ...rest } = readInput(templatePoolDefinition, {
    PoolName: id,
    ...definition,
  });
  savePool(dependencies, id, { definition: rest, softwareTokens: EnabledMfas.length > 0 });
  return { arn: poolArn(dependencies.context, id) };
}

/** Random lower-case letters and digits. */
export function randomId(length: number): string {
  return [...randomBytes(length)].map((byte) => (byte % 36).toString(36)).join("");
}

function savePool(
  { directory, context }: Dependencies,
  id: string,
  { definition, softwareTokens }: Pick<Pool, "definition" | "softwareTokens">,
): Pool {
  const now = context.clock.millis();
  const createdAt = directory.hasPool(id) ? directory.pool(id).createdAt : now;
  const pool = { id, definition, softwareTokens, createdAt, modifiedAt: now };
  directory.savePool(pool);
  return pool;
}

function view({ directory, context }: Dependencies, pool: Pool): Record<string, unknown> {
  const { PoolName, Schema, ...definition } = pool.definition;
  return {
    ...definition,
    Id: pool.id,
    Name: PoolName,
    Arn: poolArn(context, pool.id),
    SchemaAttributes: describeSchema(Schema),
    EstimatedNumberOfUsers: directory.users(pool.id).length,
    CreationDate: pool.createdAt / 1000,
    LastModifiedDate: pool.modifiedAt / 1000,
  };
}

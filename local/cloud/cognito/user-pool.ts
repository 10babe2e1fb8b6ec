import type { ClientDefinition } from "./client-definition.ts";
import type { PoolDefinition } from "./pool-definition.ts";

/** A user pool as it is kept. Times in milliseconds. */
export interface Pool {
  /** "REGION_name". */
  readonly id: string;
  readonly definition: PoolDefinition;
  /** Whether TOTP may be used (SetUserPoolMfaConfig, EnabledMfas). */
  readonly softwareTokens: boolean;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** An app client as it is kept. */
export interface Client {
  readonly id: string;
  readonly poolId: string;
  readonly secret?: string | undefined;
  readonly definition: ClientDefinition;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** What SRP calls the pool's name: the part of its id after the region. */
export function srpName({ id }: Pick<Pool, "id">): string {
  return id.slice(id.indexOf("_") + 1);
}

/** A username as it is compared and kept: letter case counts only where the pool says so (AWS's default). */
export function normalUsername({ definition }: Pick<Pool, "definition">, username: string): string {
  return definition.UsernameConfiguration?.CaseSensitive === false
    ? username.toLowerCase()
    : username;
}

export function hidesUserExistence({ definition }: Client): boolean {
  return definition.PreventUserExistenceErrors === "ENABLED";
}

/** What an administrator does with one user. */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AwsError } from "../kernel/service.ts";
import { attributeList, changedAttributes } from "./attributes.ts";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter } from "./errors.ts";
import { type Operations, operation, withoutEffect } from "./operation.ts";
import {
  changedPassword,
  checkPasswordPolicy,
  generatedPassword,
  newPassword,
} from "./passwords.ts";
import { adminUserView, type User, userView } from "./user.ts";
import { normalUsername, type Pool } from "./user-pool.ts";

const user = z.strictObject({ UserPoolId: z.string(), Username: z.string() });

const adminCreateUser = user.extend({
  Username: z
    .string()
    .max(128)
    .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, "Member must be a username without blanks"),
  UserAttributes: attributeList,
  TemporaryPassword: z.string().optional(),
  MessageAction: z.enum(["RESEND", "SUPPRESS"]).optional(),
  DesiredDeliveryMediums: z.array(z.literal("EMAIL")).optional(),
  ForceAliasCreation: z.literal(false).optional(),
  ValidationData: withoutEffect, // for the PreSignUp trigger, which no pool can have here
  ClientMetadata: withoutEffect,
});

const adminSetUserPassword = user.extend({
  Password: z.string(),
  Permanent: z.boolean().default(false),
});

const adminUpdateUserAttributes = user.extend({
  UserAttributes: attributeList,
  ClientMetadata: withoutEffect,
});

/** Long: a closure, of which each function fits a screen. */
export function adminUserOperations(dependencies: Dependencies): Operations {
  const { directory, context } = dependencies;

  const find = (input: { UserPoolId: string; Username: string }) => {
    const pool = directory.pool(input.UserPoolId);
    return { pool, user: directory.user(pool, input.Username) };
  };

  return {
    AdminCreateUser: operation(adminCreateUser, (input) => createUser(dependencies, input)),

    AdminGetUser: operation(user, (input) => {
      const found = find(input);
      return adminUserView(found.pool, found.user);
    }),

    AdminDeleteUser: operation(user, (input) => {
      const found = find(input);
      directory.deleteUser(found.pool, found.user);
      return {};
    }),

    /** Revokes the user's tokens too. */
    AdminDisableUser: operation(user, (input) => {
      directory.changeUser(directory.pool(input.UserPoolId), input.Username, ({ signOuts }) => ({
        enabled: false,
        signOuts: signOuts + 1,
      }));
      return {};
    }),

    AdminEnableUser: operation(user, (input) => {
      const pool = directory.pool(input.UserPoolId);
      directory.changeUser(pool, input.Username, () => ({ enabled: true }));
      return {};
    }),

    AdminUpdateUserAttributes: operation(adminUpdateUserAttributes, (input) => {
      const pool = directory.pool(input.UserPoolId);
      directory.changeUser(pool, input.Username, ({ attributes }) => ({
        attributes: changedAttributes(pool, input.UserAttributes, attributes),
      }));
      return {};
    }),

    AdminSetUserPassword: operation(adminSetUserPassword, (input) => {
      const { Password: password, Permanent: permanent } = input;
      const found = find(input);
      checkPasswordPolicy(found.pool, password);
      const now = context.clock.millis();
      directory.changeUser(found.pool, found.user.username, (current) => ({
        ...changedPassword(found.pool, current, password, { now, permanent }),
        status: permanent ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD",
      }));
      return {};
    }),
  };
}

async function createUser(
  dependencies: Dependencies,
  input: z.output<typeof adminCreateUser>,
): Promise<{ User: unknown }> {
  const pool = dependencies.directory.pool(input.UserPoolId);
  const password = input.TemporaryPassword ?? generatedPassword(pool);
  checkPasswordPolicy(pool, password);
  const existing = dependencies.directory.findUser(pool, input.Username);
  const resend = input.MessageAction === "RESEND";
  if (existing && !resend) {
    throw new AwsError("UsernameExistsException", "User account already exists");
  }
  if (resend && existing?.status !== "FORCE_CHANGE_PASSWORD") {
    throw new AwsError(
      "UnsupportedUserStateException",
      "Resend not possible. User is not in the state FORCE_CHANGE_PASSWORD",
    );
  }
  const user = existing
    ? renewInvitation(dependencies, pool, existing, password)
    : addUser(dependencies, pool, input, password);
  if (input.MessageAction !== "SUPPRESS") {
    if (!user.attributes.email) throw invalidParameter("User has no email to send a message to.");
    await dependencies.messages.send({
      kind: "AdminCreateUser",
      pool,
      user,
      code: password,
    });
  }
  return { User: userView(user) };
}

function addUser(
  { directory, context }: Dependencies,
  pool: Pool,
  { Username, UserAttributes }: z.output<typeof adminCreateUser>,
  password: string,
): User {
  const now = context.clock.millis();
  const username = normalUsername(pool, Username);
  const user: User = {
    username,
    sub: randomUUID(),
    attributes: changedAttributes(pool, UserAttributes),
    enabled: true,
    status: "FORCE_CHANGE_PASSWORD",
    password: newPassword(pool, username, password, now),
    previousPasswords: [],
    prefersSoftwareToken: false,
    signOuts: 0,
    createdAt: now,
    modifiedAt: now,
  };
  directory.addUser(pool, user);
  return user;
}

function renewInvitation(
  { directory, context }: Dependencies,
  pool: Pool,
  { username }: User,
  password: string,
): User {
  const renewed = newPassword(pool, username, password, context.clock.millis());
  return directory.changeUser(pool, username, () => ({ password: renewed }));
}

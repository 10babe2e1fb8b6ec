/** What the adapters of Cognito make of failures that the embedded cloud does not have: one command fails, the rest is real. */
import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InvalidParameterException,
  TooManyRequestsException,
} from "@aws-sdk/client-cognito-identity-provider";
import { TOTP } from "otpauth";
import { expect, test, vi } from "vitest";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { ResetDirectory } from "#shared/account/reset-directory.ts";
import { UserDirectory } from "#shared/account/user-directory.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip } from "../../support/builders.ts";
import { directoriesForThisFile, newPool, password } from "./directories-for-this-file.ts";

const directories = directoriesForThisFile();
const nip = aNip("198502122010012001");
const told = { message: "", $metadata: {} };

/** A pool of its own, of which this command always fails. */
async function failing(command: string, error: Error) {
  const cognito = new CognitoIdentityProviderClient(directories.cloud.client);
  const pool = await newPool(cognito);
  cognito.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== command) return await next(args);
        throw error;
      },
    { step: "finalizeRequest", priority: "low" },
  );
  return { cognito, pool, key: new AppClientKey(cognito, pool.id, pool.clientId) };
}

test("a code that is refused as a wrong parameter is a refused one where nobody has the number, and an error elsewhere", async () => {
  const { cognito, key } = await failing(
    "ConfirmForgotPasswordCommand",
    new InvalidParameterException(told),
  );
  const resets = new ResetDirectory(cognito, key);

  await expect(resets.refuseReset("step-1", "123456", password)).rejects.toMatchObject({
    code: "reset-code-refused",
  });
  await expect(resets.resetPassword(nip, "123456", password)).rejects.toBeInstanceOf(
    InvalidParameterException,
  );
});

test("an authenticator is registered although its sign-in cannot be revoked", async () => {
  const { cognito, pool, key } = await failing(
    "RevokeTokenCommand",
    new TooManyRequestsException(told),
  );
  const email = "siti@contoh.example";
  await new AccountDirectory(cognito, pool.id).createUser({ id: "emp_1", nip, email });
  await cognito.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: pool.id,
      Username: nip,
      Password: password,
      Permanent: true,
    }),
  );
  const users = new UserDirectory(cognito, key);
  const { cognitoSession } = await users.checkPassword(nip, password);
  const made = await users.newAuthenticatorKey(cognitoSession);
  const code = new TOTP({ secret: made.key }).generate({
    timestamp: directories.cloud.clock.millis(),
  });
  const warn = vi.spyOn(logger, "warn").mockReturnValue();

  await users.registerAuthenticator(nip, made.cognitoSession, { code, deviceName: "HP" });
  expect(warn).toHaveBeenCalledWith("sign-in.revocation-failed", expect.anything());
  expect(await users.checkPassword(nip, password)).toMatchObject({ next: "code" });
});

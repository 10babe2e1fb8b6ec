import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { TOTP } from "otpauth";
import { afterAll, beforeAll } from "vitest";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { ResetDirectory } from "#shared/account/reset-directory.ts";
import { UserDirectory } from "#shared/account/user-directory.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { createCognito } from "../../../local/cloud/cognito/cognito-service.ts";
import type { Mail } from "../../../local/cloud/cognito/messages.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { aNip } from "../../support/builders.ts";

export const password = "Tahu-Bulat-Digoreng-5";

/** The directories on a user pool as infra/ makes it, for the tests of the file that calls this, with its mailbox. */
export function directoriesForThisFile() {
  const mails: Mail[] = [];
  let cloud: ServicesUnderTest;
  let users: UserDirectory;
  let resets: ResetDirectory;
  let accounts: AccountDirectory;
  let people = 0;
  /** What was sent to Cognito, retries too. */
  let requests = 0;

  beforeAll(async () => {
    cloud = await startServices((context) => [
      createCognito(context, {
        deliver: (mail) => void mails.push(mail),
        quotas: "none",
      }),
    ]);
    const cognito = new CognitoIdentityProviderClient(cloud.client);
    cognito.middlewareStack.add(
      (next) => (args) => {
        requests += 1;
        return next(args);
      },
      { step: "finalizeRequest", priority: "low" },
    );
    const pool = await newPool(cognito);
    const key = new AppClientKey(cognito, pool.id, pool.clientId);
    users = new UserDirectory(cognito, key);
    resets = new ResetDirectory(cognito, key);
    accounts = new AccountDirectory(cognito, pool.id);
  });
  afterAll(() => cloud.stop());

  /** An imported account. */
  async function imported() {
    people += 1;
    const account = {
      nip: aNip(`1985021220100120${String(people).padStart(2, "0")}`),
      email: "siti@contoh.example",
      id: `emp_${people}`,
    } as const;
    await accounts.createUser(account);
    return account;
  }

  /** Resets the password of an imported account, as its holder does first. */
  async function activated() {
    const account = await imported();
    await resets.sendResetCode(account.nip, account.email);
    await resets.resetPassword(account.nip, mailedCode(), password);
    return account;
  }

  /** …and registers an authenticator. */
  async function enrolled() {
    const account = await activated();
    const { cognitoSession } = await users.checkPassword(account.nip, password);
    const made = await users.newAuthenticatorKey(cognitoSession);
    const totp = new TOTP({ secret: made.key });
    const code = () => totp.generate({ timestamp: cloud.clock.millis() });
    const used = code();
    await users.registerAuthenticator(account.nip, made.cognitoSession, {
      code: used,
      deviceName: "HP Pribadi",
    });
    return { ...account, code, used };
  }

  const mailedCode = () => /\d{6}/.exec(mails.at(-1)?.body ?? "")?.[0] ?? "";
  const login = async (nip: Nip) => (await users.checkPassword(nip, password)).cognitoSession;

  return {
    get cloud() {
      return cloud;
    },
    get users() {
      return users;
    },
    get resets() {
      return resets;
    },
    get accounts() {
      return accounts;
    },
    get requests() {
      return requests;
    },
    newestMail: () => mails.at(-1),
    ...{ imported, activated, enrolled, mailedCode, login },
  };
}

/** A pool as infra/ makes it, and the site's client. */
export async function newPool(cognito: CognitoIdentityProviderClient) {
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: "employees",
      MfaConfiguration: "OFF",
      AutoVerifiedAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
      Schema: [{ Name: "employee_id", AttributeDataType: "String", Mutable: false }],
    }),
  );
  const UserPoolId = UserPool?.Id ?? "";
  await cognito.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: "ON",
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  );
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: "site",
      GenerateSecret: true,
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      PreventUserExistenceErrors: "ENABLED",
      AuthSessionValidity: 15,
      EnableTokenRevocation: true,
    }),
  );
  return { id: UserPoolId, clientId: UserPoolClient?.ClientId ?? "" };
}

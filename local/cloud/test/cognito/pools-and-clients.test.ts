import {
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  SetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testAccount, testRegion } from "../one-service.ts";
import { CognitoUnderTest } from "./cognito-under-test.ts";
import { strictPool } from "./strict-pool.ts";

const cloud = new CognitoUnderTest();
beforeAll(() => cloud.start());
afterAll(() => cloud.stop());

function createPool(input: Partial<CreateUserPoolCommandInput>) {
  return cloud.sdk.send(new CreateUserPoolCommand({ PoolName: "pool", ...input }));
}

function createClient(UserPoolId: string, input: Partial<CreateUserPoolClientCommandInput>) {
  return cloud.sdk.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: "web", ...input }),
  );
}

test("a pool is described as it was defined", async () => {
  const { UserPool } = await createPool(strictPool);
  const { UserPool: described } = await cloud.sdk.send(
    new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }),
  );
  expect(described).toMatchObject({
    Id: expect.stringMatching(new RegExp(`^${testRegion}_[0-9a-z]{9}$`)),
    Arn: `arn:aws:cognito-idp:${testRegion}:${testAccount}:userpool/${UserPool?.Id}`,
    Name: "employees",
    MfaConfiguration: "ON",
    EstimatedNumberOfUsers: 0,
    CreationDate: expect.any(Date),
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
    SchemaAttributes: [expect.objectContaining({ Name: "custom:unit" })],
  });
  const { UserPools = [] } = await cloud.sdk.send(new ListUserPoolsCommand({ MaxResults: 10 }));
  expect(UserPools.map(({ Id }) => Id)).toContain(UserPool?.Id);
});

test("a pool without a policy asks for eight characters in four classes", async () => {
  const { UserPool } = await createPool({});
  expect(UserPool?.Policies?.PasswordPolicy).toMatchObject({
    MinimumLength: 8,
    RequireLowercase: true,
    RequireUppercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
    TemporaryPasswordValidityDays: 7,
  });
});

test.each([
  [{ LambdaConfig: { PreSignUp: "arn:aws:lambda:x" } }, "LambdaConfig"],
  [{ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } }, "DeviceConfiguration"],
] satisfies [Partial<CreateUserPoolCommandInput>, string][])(
  "what the embedded cloud does not act upon is refused by name: %j",
  async (input, name) => {
    await expect(createPool(input)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: expect.stringContaining(`does not know the parameter ${name}`),
    });
  },
);

test("MFA cannot be required without a factor", async () => {
  const { UserPoolId } = await cloud.aPool();
  await expect(
    cloud.sdk.send(new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: "ON" })),
  ).rejects.toThrow("can't disable all MFAs with a required or optional configuration.");
  expect(await cloud.sdk.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))).toMatchObject({
    MfaConfiguration: "ON",
    SoftwareTokenMfaConfiguration: { Enabled: true },
  });
});

test("a protected pool is not deleted, another one is, with all that is in it", async () => {
  const { UserPool } = await createPool({ DeletionProtection: "ACTIVE" });
  await expect(
    cloud.sdk.send(new DeleteUserPoolCommand({ UserPoolId: UserPool?.Id })),
  ).rejects.toThrow("deletion protection is activated");

  const pool = await cloud.aPool();
  await cloud.aUser(pool);
  const { UserPoolId, ClientId } = pool;
  await cloud.sdk.send(new DeleteUserPoolCommand({ UserPoolId }));
  const gone = { name: "ResourceNotFoundException" };
  await expect(cloud.sdk.send(new DescribeUserPoolCommand({ UserPoolId }))).rejects.toMatchObject(
    gone,
  );
  await expect(cloud.login(pool, "anyone")).rejects.toMatchObject(gone);
  const { body } = await cloud.post("InitiateAuth", { ClientId, AuthFlow: "USER_PASSWORD_AUTH" });
  expect(body).toContain(`User pool client ${ClientId} does not exist.`);
});

test("a client with a secret shows it when it is described", async () => {
  const { UserPoolId } = await cloud.aPool();
  const { UserPoolClient } = await createClient(UserPoolId, { GenerateSecret: true });
  const { ClientId } = UserPoolClient ?? {};
  const described = await cloud.sdk.send(
    new DescribeUserPoolClientCommand({ UserPoolId, ClientId }),
  );
  expect(described.UserPoolClient?.ClientSecret).toMatch(/^[0-9a-z]{51}$/);
  expect(described.UserPoolClient).toEqual(UserPoolClient);
  await cloud.sdk.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
  const { UserPoolClients = [] } = await cloud.sdk.send(
    new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 10 }),
  );
  expect(UserPoolClients.map((client) => client.ClientId)).not.toContain(ClientId);
});

test("a client of another pool is not found", async () => {
  const [one, two] = [await cloud.aPool(), await cloud.aPool()];
  await expect(cloud.login({ ...one, ClientId: two.ClientId }, "anyone")).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: `User pool client ${two.ClientId} does not exist.`,
  });
});

test.each([
  [{ AccessTokenValidity: 2, TokenValidityUnits: { AccessToken: "minutes" } }, "Invalid range"],
  [{ RefreshTokenValidity: 10, TokenValidityUnits: { RefreshToken: "minutes" } }, "Invalid range"],
  [{ EnableTokenRevocation: false }, "EnableTokenRevocation"],
  [{ ExplicitAuthFlows: ["USER_PASSWORD_AUTH"] }, "ExplicitAuthFlows"],
  [
    { ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] },
    "REFRESH_TOKEN_AUTH should always be allowed.",
  ],
  [
    {
      ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED" },
    },
    "cannot be enabled together",
  ],
] satisfies [Partial<CreateUserPoolClientCommandInput>, string][])(
  "a client cannot be defined with %j",
  async (input, message) => {
    const { UserPoolId } = await cloud.aPool();
    await expect(createClient(UserPoolId, input)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: expect.stringContaining(message),
    });
  },
);

test("a pool and a client out of a template have fixed ids, are made once and redefined later", async () => {
  const { cognito } = cloud;
  const UserPoolId = `${testRegion}_Kartu1234`;
  const ClientId = "kartuclient";
  // As the CDK writes a user pool, its names aside.
  const template = {
    ...strictPool,
    EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    DeletionProtection: "ACTIVE",
    EmailConfiguration: {
      EmailSendingAccount: "DEVELOPER",
      From: "kartu@example.test",
      SourceArn: "arn:aws:ses:ap-southeast-3:000000000000:identity/kartu@example.test",
    },
    EmailVerificationMessage: "{####}",
    EmailVerificationSubject: "Kode",
    SmsVerificationMessage: "The verification code to your new account is {####}",
    Schema: [
      { Mutable: true, Name: "email", Required: true },
      {
        AttributeDataType: "String",
        Mutable: true,
        Name: "unit",
        StringAttributeConstraints: { MaxLength: "40", MinLength: "1" },
      },
    ],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
    UserPoolAddOns: { AdvancedSecurityMode: "ENFORCED" },
    UserPoolTier: "PLUS",
    VerificationMessageTemplate: {
      DefaultEmailOption: "CONFIRM_WITH_CODE",
      EmailMessage: "{####}",
      EmailSubject: "Kode",
      SmsMessage: "The verification code to your new account is {####}",
    },
  };
  const web = {
    AccessTokenValidity: 15,
    AllowedOAuthFlowsUserPoolClient: false,
    AuthSessionValidity: 3,
    EnableTokenRevocation: true,
    ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    GenerateSecret: true,
    PreventUserExistenceErrors: "ENABLED",
    RefreshTokenValidity: 720,
    SupportedIdentityProviders: ["COGNITO"],
    TokenValidityUnits: { AccessToken: "minutes", RefreshToken: "minutes" },
  };
  expect(cognito.ensurePool(UserPoolId, template).arn).toMatch(UserPoolId);
  const { secret } = cognito.ensureClient(ClientId, UserPoolId, web);
  const pool = { UserPoolId, ClientId, secret };
  const username = await cloud.aUser(pool);
  expect((await cloud.login(pool, username)).ChallengeName).toBe("MFA_SETUP");

  cognito.ensurePool(UserPoolId, { ...template, MfaConfiguration: "OFF", EnabledMfas: [] });
  expect(cognito.ensureClient(ClientId, UserPoolId, web).secret).toBe(secret);
  expect((await cloud.login(pool, username)).AuthenticationResult).toBeDefined();
});

test("a fixed id must be of the cloud's region, and a client's pool must exist", () => {
  expect(() => cloud.cognito.ensureClient("x", `${testRegion}_none`, {})).toThrow("does not exist");
  expect(() => cloud.cognito.ensurePool("eu-west-1_abc", strictPool)).toThrow(testRegion);
});

test("an operation that is not emulated is refused by name", async () => {
  const { body } = await cloud.post("CreateIdentityProvider", {});
  expect(body).toContain("The embedded cloud does not know cognito-idp:CreateIdentityProvider.");
});

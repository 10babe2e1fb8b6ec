import {
  ForgotPasswordCommand,
  InitiateAuthCommand,
  type LambdaConfigType,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TriggerEvent } from "../../cognito/triggers.ts";
import { testRegion } from "../one-service.ts";
import { CognitoUnderTest, claimsOf } from "./cognito-under-test.ts";
import { fixedCode } from "./embedded-cognito.ts";
import type { PoolUnderTest } from "./pool-under-test.ts";

/** What the functions do, by their ARN's last part; each test sets its own. */
const functions: Record<string, (event: TriggerEvent) => TriggerEvent> = {};
const events: TriggerEvent[] = [];
const arn = (name: string) => `arn:aws:lambda:${testRegion}:000000000000:function:${name}`;

const cloud = new CognitoUnderTest({
  trigger: async (functionArn, event) => {
    events.push(event);
    return functions[functionArn.split(":").at(-1) ?? ""]?.(event) ?? event;
  },
});
beforeAll(() => cloud.start());
afterAll(() => cloud.stop());

function aPool(LambdaConfig: LambdaConfigType): Promise<PoolUnderTest> {
  return cloud.aPool({ pool: { MfaConfiguration: "OFF", LambdaConfig } });
}

test("PreTokenGeneration adds, replaces and suppresses claims and replaces groups", async () => {
  functions.claims = (event) => ({
    ...event,
    response: {
      claimsOverrideDetails: {
        claimsToAddOrOverride: { locale: "id-ID", sub: "someone-else" },
        claimsToSuppress: ["email"],
        groupOverrideDetails: { groupsToOverride: ["holder"] },
      },
    },
  });
  const pool = await aPool({ PreTokenGeneration: arn("claims") });
  const username = await cloud.aUser(pool);
  const { AuthenticationResult } = await cloud.login(pool, username);
  const id = claimsOf(AuthenticationResult?.IdToken);
  expect(id).toMatchObject({ locale: "id-ID", "cognito:groups": ["holder"] });
  expect(id).not.toHaveProperty("email");
  expect(id.sub).not.toBe("someone-else");
  expect(events.at(-1)).toMatchObject({
    version: "1",
    region: testRegion,
    userPoolId: pool.UserPoolId,
    userName: username,
    callerContext: { clientId: pool.ClientId },
    triggerSource: "TokenGeneration_Authentication",
    request: {
      userAttributes: {
        sub: id.sub,
        email: "siti@example.test",
        "cognito:user_status": "CONFIRMED",
      },
      groupConfiguration: { groupsToOverride: [] },
    },
  });
  await cloud.sdk.send(
    new InitiateAuthCommand({
      ClientId: pool.ClientId,
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? "" },
    }),
  );
  expect(events.at(-1)?.triggerSource).toBe("TokenGeneration_RefreshTokens");
});

test("PreAuthentication can refuse, before the password is looked at", async () => {
  functions.doorman = () => {
    throw new Error("Closed at night");
  };
  const pool = await aPool({ PreAuthentication: arn("doorman") });
  const username = await cloud.aUser(pool);
  await expect(cloud.login(pool, username, "wrong")).rejects.toMatchObject({
    name: "UserLambdaValidationException",
    message: "PreAuthentication failed with error Closed at night.",
  });
  await expect(cloud.login(pool, "nobody")).rejects.toThrow("Closed at night");
  expect(events.at(-1)?.request).toMatchObject({ userNotFound: true });
});

test("PostAuthentication hears of completed sign-ins only", async () => {
  const pool = await aPool({ PostAuthentication: arn("witness") });
  const username = await cloud.aUser(pool);
  const before = events.length;
  await expect(cloud.login(pool, username, "wrong")).rejects.toThrow();
  expect(events).toHaveLength(before);
  await cloud.login(pool, username);
  expect(events.at(-1)).toMatchObject({
    triggerSource: "PostAuthentication_Authentication",
    request: { newDeviceUsed: false },
  });
});

test("CustomMessage writes the mail", async () => {
  functions.writer = (event) => ({
    ...event,
    response: {
      emailSubject: "Atur ulang",
      emailMessage: `<b>${String(event.request.codeParameter)}</b>`,
    },
  });
  const pool = await aPool({ CustomMessage: arn("writer") });
  const Username = await cloud.aUser(pool);
  await cloud.sdk.send(
    new ForgotPasswordCommand({
      ClientId: pool.ClientId,
      Username,
      ClientMetadata: { language: "id" },
    }),
  );
  expect(cloud.mails.at(-1)).toMatchObject({ subject: "Atur ulang", body: `<b>${fixedCode}</b>` });
  expect(events.at(-1)).toMatchObject({
    triggerSource: "CustomMessage_ForgotPassword",
    request: { codeParameter: "{####}", clientMetadata: { language: "id" } },
  });
});

test("a CustomMessage without the code is refused", async () => {
  functions.forgetful = (event) => ({ ...event, response: { emailMessage: "Halo" } });
  const pool = await aPool({ CustomMessage: arn("forgetful") });
  const Username = await cloud.aUser(pool);
  const command = new ForgotPasswordCommand({ ClientId: pool.ClientId, Username });
  await expect(cloud.sdk.send(command)).rejects.toMatchObject({
    name: "InvalidLambdaResponseException",
  });
});

import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  ForgotPasswordCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createCognito } from "../../cognito/cognito-service.ts";
import { defaultQuotas } from "../../cognito/quotas.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

let services: ServicesUnderTest;
let sdk: CognitoIdentityProviderClient;

/** Time stands still, but for what a test moves. */
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  services = await startServices((context) => [
    createCognito(context, {
      deliver: () => {},
      quotas: { ...defaultQuotas, UserAccountRecovery: 4 },
    }),
  ]);
  sdk = new CognitoIdentityProviderClient(services.client);
});
afterAll(async () => {
  await services.stop();
  vi.useRealTimers();
});

async function newClient() {
  const { UserPool } = await sdk.send(new CreateUserPoolCommand({ PoolName: "people" }));
  const UserPoolId = UserPool?.Id ?? "";
  const { UserPoolClient } = await sdk.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: "site" }),
  );
  return { UserPoolId, ClientId: UserPoolClient?.ClientId ?? "" };
}

/** How many of so many calls at once are answered; the others are all refused as throttled. */
async function answered(calls: number, call: () => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: calls }, call));
  const refused = results.filter((each) => each.status === "rejected");
  expect(new Set(refused.map(({ reason }) => reason.name))).toEqual(
    new Set(["TooManyRequestsException"]),
  );
  return calls - refused.length;
}

test("a pool's client is read five times a second, and again in the next one", async () => {
  const client = await newClient();
  const read = () => sdk.send(new DescribeUserPoolClientCommand(client));

  expect(await answered(8, read)).toBe(5);
  services.clock.advance(999);
  await expect(read()).rejects.toThrow("Rate exceeded");
  services.clock.advance(1);
  await expect(read()).resolves.toBeDefined();
});

test("a quota is a setting, and other operations are not refused with its", async () => {
  services.clock.advance(1000);
  const { ClientId, UserPoolId } = await newClient();
  const Username = "nobody";
  await sdk.send(new DescribeUserPoolClientCommand({ ClientId, UserPoolId }));
  const forget = async () =>
    await sdk.send(new ForgotPasswordCommand({ ClientId, Username })).catch((error) => {
      if (error.name === "TooManyRequestsException") throw error;
    });

  expect(await answered(6, forget)).toBe(4);
  await expect(
    sdk.send(new DescribeUserPoolClientCommand({ ClientId, UserPoolId })),
  ).resolves.toBeDefined();
});

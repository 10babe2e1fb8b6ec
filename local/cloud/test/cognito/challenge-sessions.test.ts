import { RespondToAuthChallengeCommand } from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { cognitoForThisFile } from "./cognito-under-test.ts";
import { password, passwordOnly, temporaryPassword } from "./strict-pool.ts";

const { cloud, pool: open } = cognitoForThisFile(passwordOnly);

function answerNewPassword(session: string | undefined, username: string, newPassword: string) {
  return cloud.sdk.send(
    new RespondToAuthChallengeCommand({
      ClientId: open.ClientId,
      ChallengeName: "NEW_PASSWORD_REQUIRED",
      Session: session,
      ChallengeResponses: { USERNAME: username, NEW_PASSWORD: newPassword },
    }),
  );
}

test("a temporary password must be replaced, and the session works once", async () => {
  const username = await cloud.aUser(open, { temporary: true });
  const { ChallengeName, Session } = await cloud.initiate(open, username, temporaryPassword);
  expect(ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
  await expect(answerNewPassword(Session, username, "short1")).rejects.toMatchObject({
    name: "InvalidPasswordException",
  });
  const { AuthenticationResult } = await answerNewPassword(Session, username, password);
  expect(AuthenticationResult?.AccessToken).toBeDefined();
  await expect(answerNewPassword(Session, username, `${password}3`)).rejects.toThrow(
    "Invalid session for the user, session can only be used once.",
  );
});

test("a temporary password ends after the days the policy gives it", async () => {
  const username = await cloud.aUser(open, { temporary: true });
  cloud.advance(86_400_001);
  await expect(cloud.initiate(open, username, temporaryPassword)).rejects.toThrow(
    "Temporary password has expired",
  );
});

test("a session ends after three minutes by the clock", async () => {
  const username = await cloud.aUser(open, { temporary: true });
  const { Session } = await cloud.initiate(open, username, temporaryPassword);
  cloud.advance(180_000);
  await expect(answerNewPassword(Session, username, password)).rejects.toThrow(
    "session is expired",
  );
});

test("a session lives as long as the client says", async () => {
  const patient = await cloud.aPool({ client: { AuthSessionValidity: 10 } });
  const username = await cloud.aUser(patient);
  const secret = await cloud.setUpTotp(patient, username);
  const { Session } = await cloud.login(patient, username);
  cloud.advance(9 * 60_000);
  const tokens = await cloud.answerTotp(patient, username, Session, cloud.code(secret));
  expect(tokens.AccessToken).toBeDefined();
});

test.each(["11111111-1111-1111-1111-111111111111", "forged-session-string-0000"])(
  "an account cannot be taken over with the made-up session %s",
  async (session) => {
    const username = await cloud.aUser(open);
    await expect(answerNewPassword(session, username, "Attacker-Passw0rd!1")).rejects.toMatchObject(
      { name: "NotAuthorizedException" },
    );
    expect((await cloud.login(open, username)).AuthenticationResult).toBeDefined();
  },
);

test("a session serves only the user and the client it was opened for", async () => {
  const [siti, budi] = [
    await cloud.aUser(open, { temporary: true }),
    await cloud.aUser(open, { temporary: true }),
  ];
  const other = await cloud.aPool();
  const { Session } = await cloud.initiate(open, siti, temporaryPassword);
  await expect(answerNewPassword(Session, budi, password)).rejects.toThrow("Invalid session");
  const elsewhere = new RespondToAuthChallengeCommand({
    ClientId: other.ClientId,
    ChallengeName: "NEW_PASSWORD_REQUIRED",
    Session,
    ChallengeResponses: { USERNAME: siti, NEW_PASSWORD: password },
  });
  await expect(cloud.sdk.send(elsewhere)).rejects.toThrow("Invalid session");
});

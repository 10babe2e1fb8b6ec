import {
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  GetEmailIdentityCommand,
  ListEmailIdentitiesCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMail, type SesUnderTest, startSes } from "./ses-under-test.ts";

let under: SesUnderTest;

beforeAll(async () => {
  under = await startSes();
});
afterAll(() => under.cloud.stop());

/** Sends after a pause, so that the rate of earlier tests does not count. */
function send(changes: Partial<SendEmailCommandInput> = {}) {
  under.cloud.clock.advance(1001);
  return under.ses.send(aMail(changes));
}

test("an identity waits until it is verified, then covers its address only", async () => {
  const EmailIdentity = "only@one.example";
  await under.ses.send(new CreateEmailIdentityCommand({ EmailIdentity }));
  expect(await under.ses.send(new GetEmailIdentityCommand({ EmailIdentity }))).toMatchObject({
    IdentityType: "EMAIL_ADDRESS",
    VerifiedForSendingStatus: false,
    VerificationStatus: "PENDING",
  });
  await expect(send({ FromEmailAddress: EmailIdentity })).rejects.toThrow(/not verified/);

  under.service.ensureIdentity(EmailIdentity);
  expect((await send({ FromEmailAddress: EmailIdentity })).MessageId).toBeDefined();
  await expect(send({ FromEmailAddress: "else@one.example" })).rejects.toThrow(/not verified/);
});

test("a verified domain covers its subdomains, not what merely ends alike", async () => {
  expect((await send({ FromEmailAddress: "a@mail.asn.example.go.id" })).MessageId).toBeDefined();
  await expect(send({ FromEmailAddress: "a@fakeasn.example.go.id" })).rejects.toThrow(
    /not verified/,
  );
});

test("identities are listed, made once and deleted", async () => {
  const EmailIdentity = "zz.example";
  const create = () => under.ses.send(new CreateEmailIdentityCommand({ EmailIdentity }));
  expect(await create()).toMatchObject({ IdentityType: "DOMAIN", VerifiedForSendingStatus: false });
  await expect(create()).rejects.toHaveProperty("name", "AlreadyExistsException");
  const first = await under.ses.send(new ListEmailIdentitiesCommand({ PageSize: 1 }));
  const rest = await under.ses.send(new ListEmailIdentitiesCommand({ NextToken: first.NextToken }));
  expect(first.EmailIdentities).toMatchObject([
    { IdentityName: "asn.example.go.id", SendingEnabled: true, VerificationStatus: "SUCCESS" },
  ]);
  expect(rest.EmailIdentities?.at(-1)).toMatchObject({ IdentityName: EmailIdentity });

  await under.ses.send(new DeleteEmailIdentityCommand({ EmailIdentity }));
  await expect(
    under.ses.send(new GetEmailIdentityCommand({ EmailIdentity })),
  ).rejects.toHaveProperty("name", "NotFoundException");
});

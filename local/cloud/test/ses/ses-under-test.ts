import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from "@aws-sdk/client-sesv2";
import type { CloudContext } from "../../kernel/service.ts";
import { createSes, type Ses } from "../../ses/ses-service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

/** An address of the one identity that is verified. */
export const sender = "kartu@asn.example.go.id";

export interface SesUnderTest {
  cloud: ServicesUnderTest;
  service: Ses;
  ses: SESv2Client;
}

/** SES for five recipients a second and forty a day. */
export async function startSes(options?: {
  directory?: string;
  authorize?: CloudContext["authorize"];
}): Promise<SesUnderTest> {
  let service: Ses | undefined;
  const cloud = await startServices((context) => {
    service = createSes(context, { quota: { maxSendRate: 5, max24HourSend: 40 } });
    return [service];
  }, options);
  if (!service) throw new Error("The service was not made.");
  service.ensureIdentity("asn.example.go.id");
  // With more attempts than one the SDK repairs its clock after the cloud's was moved.
  return { cloud, service, ses: new SESv2Client({ ...cloud.client, maxAttempts: 2 }) };
}

/** A mail from `sender` to one employee, but for what a test says of it. */
export function aMail(changes: Partial<SendEmailCommandInput> = {}): SendEmailCommand {
  return new SendEmailCommand({
    FromEmailAddress: sender,
    Destination: { ToAddresses: ["siti@mail.example"] },
    Content: {
      Simple: {
        Subject: { Data: "Kartu Anda berubah" },
        Body: { Text: { Data: "Lihat kartu Anda." }, Html: { Data: "<p>Lihat</p>" } },
      },
    },
    ...changes,
  });
}

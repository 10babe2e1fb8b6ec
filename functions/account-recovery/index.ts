import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { KMSClient } from "@aws-sdk/client-kms";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { MailedCodeTable } from "#shared/account/mailed-code-table.ts";
import { ResetDirectory } from "#shared/account/reset-directory.ts";
import { CampaignFormTable } from "#shared/campaign/campaign-form-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { SesMailer } from "#shared/mail/ses-mailer.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { Pace } from "#shared/runtime/pace.ts";
import { AuthChallengeTable } from "#shared/session/auth-challenge-table.ts";
import { type CodeRequest, mailCodes } from "./handle.ts";

const config = readConfig(
  z.object({
    USER_POOL: z.string(),
    USER_POOL_CLIENT: z.string(),
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
    SESSION_TABLE: z.string(),
    CAMPAIGN_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    RESET_QUEUE: z.string(),
    RESETS_PER_SECOND: z.coerce.number().positive(),
    HMAC_KEY: z.string(),
    MAIL_FROM: z.string(),
    MAIL_CONFIGURATION_SET: z.string(),
    NEW_EMAIL_WAIT_HOURS: z.coerce.number().min(0),
  }),
);
const db = documentClient();
const cognito = new CognitoIdentityProviderClient();
const appClient = new AppClientKey(cognito, config.USER_POOL, config.USER_POOL_CLIENT);

const pace = new Pace();

export const handler = mailCodes({
  resets: new ResetDirectory(cognito, appClient),
  newUsers: new AccountDirectory(cognito, config.USER_POOL),
  accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE, new MarkerTable(db, config.MARKER_TABLE)),
  challenges: new AuthChallengeTable(db, config.SESSION_TABLE),
  codes: new MailedCodeTable(db, config.SESSION_TABLE),
  forms: new CampaignFormTable(db, config.CAMPAIGN_TABLE),
  mailer: new SesMailer(new SESv2Client(), {
    from: config.MAIL_FROM,
    configurationSet: config.MAIL_CONFIGURATION_SET,
  }),
  hmacKey: new HmacKey(new KMSClient(), config.HMAC_KEY),
  limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
  clock: systemClock,
  newEmailWaitHours: config.NEW_EMAIL_WAIT_HOURS,
  turn: async () => await pace.turn(config.RESETS_PER_SECOND),
  delays: new MessageQueue<CodeRequest>(new SQSClient(), config.RESET_QUEUE),
});

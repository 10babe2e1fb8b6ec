import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import * as z from "zod";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { ResetDirectory } from "#shared/account/reset-directory.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { AuthChallengeTable } from "#shared/session/auth-challenge-table.ts";
import { lookUpResets } from "./handle.ts";

const config = readConfig(
  z.object({
    USER_POOL: z.string(),
    USER_POOL_CLIENT: z.string(),
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    SESSION_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    NEW_EMAIL_WAIT_HOURS: z.coerce.number().min(0),
  }),
);
const db = documentClient();
const cognito = new CognitoIdentityProviderClient();
const appClient = new AppClientKey(cognito, config.USER_POOL, config.USER_POOL_CLIENT);

export const handler = lookUpResets({
  resets: new ResetDirectory(cognito, appClient),
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE, new MarkerTable(db, config.MARKER_TABLE)),
  challenges: new AuthChallengeTable(db, config.SESSION_TABLE),
  limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
  clock: systemClock,
  newEmailWaitHours: config.NEW_EMAIL_WAIT_HOURS,
});

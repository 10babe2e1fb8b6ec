import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { RoleTable } from "#shared/access/role-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { standInPhoto } from "#shared/card/stand-in-photo.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { templateRoutes } from "./template-routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    SESSION_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
  }),
);
const db = documentClient();
const painter = new CardPainter(new CheckedTemplates());

export const handler = apiHandler(
  templateRoutes({
    sessions: new SessionTable(db, config.SESSION_TABLE),
    employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
    roles: new RoleTable(db, config.ROLE_TABLE),
    agencies: new AgencyTable(db, config.AGENCY_TABLE),
    draw: (...wanted) => painter.drawWebp(...wanted),
    photo: standInPhoto(),
    siteUrl: config.SITE_URL,
    clock: systemClock,
  }),
  {
    siteUrl: config.SITE_URL,
    edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
    hmacKey: new HmacKey(new KMSClient(), config.HMAC_KEY),
    checkAnswers: config.CHECK_ANSWERS,
  },
);

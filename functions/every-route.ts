/** The routes of all functions: from here are read docs/openapi.json, the tests of who may ask, and as types the pages (web/src/api). */
import type { Route } from "#shared/http/route.ts";
import { accountsRoutes } from "./accounts-api/routes.ts";
import { agencyRoutes } from "./agency-api/agency-routes.ts";
import { announcementRoutes } from "./agency-api/announcement-routes.ts";
import { attendanceRoutes } from "./agency-api/attendance-routes.ts";
import { calendarRoutes } from "./agency-api/calendar-routes.ts";
import { deciderRoutes } from "./agency-api/decider-routes.ts";
import { letterRoutes } from "./agency-api/letter-routes.ts";
import { postRoutes } from "./agency-api/post-routes.ts";
import { presenceRoutes } from "./agency-api/presence-routes.ts";
import { templateRoutes } from "./agency-api/template-routes.ts";
import { trainingConsentRoutes } from "./agency-api/training-consent-routes.ts";
import { trainingResultRoutes } from "./agency-api/training-result-routes.ts";
import { trainingRoutes } from "./agency-api/training-routes.ts";
import { evidenceRoutes } from "./evidence-api/routes.ts";
import { holderRoutes } from "./holder-api/routes.ts";
import { operatorRoutes } from "./operator-api/routes.ts";
import { personRoutes } from "./person-api/routes.ts";
import { accountListRoutes } from "./records-api/account-list-routes.ts";
import { deskRoutes } from "./records-api/desk-routes.ts";
import { exportRoutes } from "./records-api/export-routes.ts";
import { importRoutes } from "./records-api/import-routes.ts";
import { markedRoutes } from "./records-api/marked-routes.ts";
import { printRoutes } from "./records-api/print-routes.ts";
import { reminderRoutes } from "./records-api/reminder-routes.ts";
import { recordsRoutes } from "./records-api/routes.ts";
import { unitRoutes } from "./records-api/unit-routes.ts";
import { requestRoutes } from "./request-api/routes.ts";
import { sessionRoutes } from "./session-api/routes.ts";
import { verifyRoutes } from "./verify-api/routes.ts";

/** What routes state needs nothing to work with: it is never called. */
const nothing: never = {} as never;

export const everyRoute = [
  ...sessionRoutes(nothing),
  ...holderRoutes(nothing),
  ...recordsRoutes(nothing),
  ...printRoutes(nothing),
  ...markedRoutes(nothing),
  ...unitRoutes(nothing),
  ...exportRoutes(nothing),
  ...accountListRoutes(nothing),
  ...importRoutes(nothing),
  ...reminderRoutes(nothing),
  ...announcementRoutes(nothing),
  ...deskRoutes(nothing),
  ...personRoutes(nothing),
  ...templateRoutes(nothing),
  ...agencyRoutes(nothing),
  ...postRoutes(nothing),
  ...letterRoutes(nothing),
  ...attendanceRoutes(nothing),
  ...presenceRoutes(nothing),
  ...deciderRoutes(nothing),
  ...calendarRoutes(nothing),
  ...trainingRoutes(nothing),
  ...trainingConsentRoutes(nothing),
  ...trainingResultRoutes(nothing),
  ...accountsRoutes(nothing),
  ...evidenceRoutes(nothing),
  ...requestRoutes(nothing),
  ...operatorRoutes(nothing),
  ...verifyRoutes(nothing),
] satisfies readonly Route[];

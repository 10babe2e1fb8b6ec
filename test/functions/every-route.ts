/** The routes of all functions: what the document is written from, and the tests of who may ask. */
import { openapi } from "#shared/http/openapi.ts";
import type { Route } from "#shared/http/route.ts";
import { holderRoutes } from "../../functions/holder-api/routes.ts";
import { operatorRoutes } from "../../functions/operator-api/routes.ts";
import { printRoutes } from "../../functions/records-api/print-routes.ts";
import { recordsRoutes } from "../../functions/records-api/routes.ts";
import { sessionRoutes } from "../../functions/session-api/routes.ts";
import { templateRoutes } from "../../functions/template-preview/routes.ts";
import { verifyRoutes } from "../../functions/verify-api/routes.ts";

/** The statements of routes need no dependencies, because nothing is called. */
const nothing: never = {} as never;

export const everyRoute: readonly Route[] = [
  ...sessionRoutes(nothing),
  ...holderRoutes(nothing),
  ...recordsRoutes(nothing),
  ...printRoutes(nothing),
  ...templateRoutes(nothing),
  ...operatorRoutes(nothing),
  ...verifyRoutes(nothing),
];

/** docs/openapi.json as it must be. */
export function openapiText(): string {
  return `${JSON.stringify(openapi(everyRoute), null, 2)}\n`;
}

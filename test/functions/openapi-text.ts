import { openapi } from "#shared/http/openapi.ts";
import { everyRoute } from "../../functions/every-route.ts";

/** docs/openapi.json as it must be. */
export function openapiText(): string {
  return `${JSON.stringify(openapi(everyRoute), null, 2)}\n`;
}

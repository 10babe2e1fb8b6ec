/** `npm run openapi`: writes docs/openapi.json anew, from what the routes state. */
import { writeFileSync } from "node:fs";
import { openapiText } from "./openapi-text.ts";

writeFileSync("docs/openapi.json", openapiText());

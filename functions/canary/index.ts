import * as z from "zod";
import { readConfig } from "#shared/runtime/config.ts";
import { runCanary } from "./handle.ts";

const config = readConfig(z.object({ SITE_URL: z.url() }));

export const handler = runCanary({ siteUrl: config.SITE_URL });

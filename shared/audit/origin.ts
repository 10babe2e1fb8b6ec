/** Where a request came from, as coarse as its person recognises it: no address, no network, no city. */
import * as z from "zod";

const browsers = ["chrome", "edge", "firefox", "opera", "safari", "samsung"] as const;
const systems = ["android", "chromeos", "ios", "linux", "macos", "windows"] as const;

export const origin = z.object({
  browser: z.enum(browsers).optional(),
  system: z.enum(systems).optional(),
  /** ISO 3166-1 alpha-2, as CloudFront finds it for the address. */
  country: z.string().optional(),
  /** The name of the province or state, as CloudFront finds it; a city would be too fine and is often wrong. */
  region: z.string().optional(),
});
export type Origin = Readonly<z.infer<typeof origin>>;

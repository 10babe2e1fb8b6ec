/** What an approval about an address holds as `old` and `new`. */
import * as z from "zod";

export const emailCorrection = z.object({ email: z.string() });

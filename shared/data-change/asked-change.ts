import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { decidedValues } from "#shared/employee/decided-values.ts";

/** Other values for the own record, as the page sends them; an empty text is none. */
export const askedChange = z.strictObject({
  values: decidedValues,
  note: z.string().max(longestReason).exactOptional(),
});

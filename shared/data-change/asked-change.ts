import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { proposedFields } from "./proposed-fields.ts";

/** The longest text of a field, and more: the rules say which is too long. */
const longestText = 254;

/** Other values for the own record, as the page sends them; an empty text is none. */
export const askedChange = z.strictObject({
  values: z.strictObject(keyed(proposedFields, () => z.string().max(longestText).exactOptional())),
  note: z.string().max(longestReason).exactOptional(),
});

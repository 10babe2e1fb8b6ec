import * as z from "zod";
import type { DocumentName } from "./card-content.ts";

/** A document's name as it comes from outside: a query, a body, an item of a table. */
export const documentName = z.strictObject({
  shape: z.enum(["landscape", "portrait"]),
  sheet: z.enum(["card", "a4"]),
}) satisfies z.ZodType<DocumentName>;

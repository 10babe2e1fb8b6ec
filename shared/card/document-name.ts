import * as z from "zod";
import { type DocumentName, shapes, sheets } from "./card-content.ts";

/** A document's name as it comes from outside: a query, a body, an item of a table. */
export const documentName = z.strictObject({
  shape: z.enum(shapes),
  sheet: z.enum(sheets),
}) satisfies z.ZodType<DocumentName>;

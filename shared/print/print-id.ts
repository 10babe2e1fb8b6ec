import * as z from "zod";

export type PrintId = `prt_${string}`;

/** As it comes from outside. */
export const printId: z.ZodType<PrintId, string> = z.templateLiteral([
  "prt_",
  z.string().regex(/^[0-9a-z]{26}$/),
]);

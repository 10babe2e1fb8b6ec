import * as z from "zod";

/**
 * Units by their names, exactly as in the records: whose group it is. One that is named twice counts once. Spellings stay apart, as records of
 * one unit may have several (`otherNames` of the tree) and each person stands under one; units below are in it only when they are named.
 */
export function unitNames(name: z.ZodType<string, string>, most: number) {
  return z
    .array(name)
    .max(most)
    .overwrite((names) => [...new Set(names)]);
}

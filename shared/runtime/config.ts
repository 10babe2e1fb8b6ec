import type * as z from "zod";

/**
 * Reads a function's settings once, at cold start; the only reader of process.env.
 * @throws Error naming every setting that is missing or malformed, which ends the cold start.
 */
export function readConfig<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv = process.env): T {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const names = result.error.issues.map((issue) => issue.path.join("."));
  throw new Error(`Missing or malformed settings: ${names.join(", ")}`);
}

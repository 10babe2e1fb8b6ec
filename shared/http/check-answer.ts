import { logger } from "#shared/runtime/logger.ts";
import type { Answer } from "./answers.ts";
import { isMedia, type Route } from "./route.ts";

class UndeclaredAnswer extends Error {}

/**
 * Checks an answer against its route's statement. The log gets the place of a difference, never the answer.
 * @throws UndeclaredAnswer, which is a bug
 */
export function checkAnswer(route: Route, { status, body }: Answer): void {
  const at = differences(route.answers[status], body);
  if (at.length === 0) return;
  logger.error("answer.undeclared", { method: route.method, route: route.path, status, at });
  throw new UndeclaredAnswer(`${route.method} ${route.path} ${status}: ${at.join(", ")}`);
}

function differences(shape: Route["answers"][number] | undefined, body: unknown): string[] {
  if (shape === undefined) return ["status"];
  if (shape === "nothing") return body === undefined ? [] : ["body"];
  if (shape === "text/html") return typeof body === "string" ? [] : ["body"];
  if (isMedia(shape)) return Buffer.isBuffer(body) ? [] : ["body"];
  if (Buffer.isBuffer(body)) return ["body"];
  // The answer is checked as JSON sends it: without the fields that are undefined.
  const result = shape.safeParse(JSON.parse(JSON.stringify(body) ?? "null"));
  const issues = result.error?.issues ?? [];
  return issues.map(({ path, code }) => `${path.join(".") || "body"}: ${code}`);
}

import { logger } from "#shared/runtime/logger.ts";
import type { Answer } from "./answers.ts";
import type { Route } from "./route.ts";

class UndeclaredAnswer extends Error {}

/**
 * Holds an answer to what its route states. Not what was answered is logged, only where it differs.
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
  const isImage = shape === "image/webp";
  if (isImage || Buffer.isBuffer(body)) return isImage && Buffer.isBuffer(body) ? [] : ["body"];
  // What is sent is what JSON makes of it: a field that is undefined is not there.
  const result = shape.safeParse(JSON.parse(JSON.stringify(body) ?? "null"));
  const issues = result.error?.issues ?? [];
  return issues.map(({ path, code }) => `${path.join(".") || "body"}: ${code}`);
}

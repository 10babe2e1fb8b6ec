import { expect, test } from "vitest";
import { lookMs } from "#shared/photo/validate-upload.ts";
import { resources } from "./permissions.ts";
import { ourFunctions } from "./templates.ts";

test("nobody else looks at a photo as long as a function can, and its message comes back after that", () => {
  const timeoutMs = Number(ourFunctions(resources).get("photo-intake")?.Properties.Timeout) * 1000;

  expect(timeoutMs).toBeGreaterThan(0);
  expect(lookMs).toBeGreaterThan(timeoutMs);
  // How long a queue hides a message: events.test.ts.
  expect(lookMs).toBeLessThan(6 * timeoutMs);
});

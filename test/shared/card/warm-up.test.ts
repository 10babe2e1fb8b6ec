import { expect, test } from "vitest";
import { warmUp } from "#shared/card/warm-up.ts";

test("a warm-up draws all four faces of both kinds", () => {
  expect(warmUp("https://kartu.example")).toBe(8);
});

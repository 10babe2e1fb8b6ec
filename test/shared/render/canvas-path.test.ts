import { expect, test } from "vitest";
import { styleOf } from "#shared/render/canvas-path.ts";

test.each([
  [{ color: "#0B1F4B" }, "#0B1F4B"],
  [{ color: "#0B1F4B", opacity: 1 }, "#0B1F4B"],
  [{ color: "#0B1F4B", opacity: 0.25 }, "rgba(11,31,75,0.25)"],
  [{ color: "#FFFFFF", opacity: 0 }, "rgba(255,255,255,0)"],
])("a canvas takes the ink %j as %s", (ink, style) => {
  expect(styleOf(ink)).toBe(style);
});

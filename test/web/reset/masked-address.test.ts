import { expect, test } from "vitest";
import { masked } from "../../../web/src/reset/masked-address.ts";

test.each([
  ["rahma@contoh.example", "r•••••a@contoh.example"],
  ["ab@contoh.example", "a•••••@contoh.example"],
  ['"a@b"@contoh.example', '"•••••"@contoh.example'],
])("%s is shown as %s", (address, shown) => {
  expect(masked(address)).toBe(shown);
});

import { expect, test } from "vitest";
import { maskEmail } from "#shared/employee/mask-email.ts";

test.each([
  ["rahma@contoh.example", "r•••••a@contoh.example"],
  ["ab@contoh.example", "a•••••@contoh.example"],
  ['"a@b"@contoh.example', '"•••••"@contoh.example'],
])("%s is shown as %s", (address, shown) => {
  expect(maskEmail(address)).toBe(shown);
});

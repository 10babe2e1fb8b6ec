import { expect, test } from "vitest";
import {
  isSpecimen,
  parseToken,
  qrText,
  specimenToken,
  tokenHash,
} from "#shared/card/card-token.ts";

const token = "7q2m9xbk3fhc4d5e6g8j0npr1s";

test("a token is read in upper and in lower case", () => {
  expect(parseToken(token)).toBe(token);
  expect(parseToken(token.toUpperCase())).toBe(token);
});

test.each([
  ["shorter", token.slice(1)],
  ["longer", `${token}0`],
  ["with a letter that looks like a digit", token.replace("7", "l")],
  ["with a blank", ` ${token}`],
  ["with a line after it", `${token}\n`],
  ["empty", ""],
])("a text that is %s is no token", (_, text) => {
  expect(parseToken(text)).toBeUndefined();
});

test("what is stored of a token does not lead back to it", () => {
  expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(tokenHash(token)).not.toContain(token);
});

test("the QR holds the verification page's address: a link for any camera, then letters of its smallest mode", () => {
  const text = qrText("https://kartu.example.go.id", token);

  expect(text).toBe("https://KARTU.EXAMPLE.GO.ID/V/7Q2M9XBK3FHC4D5E6G8J0NPR1S");
  expect(text).toMatch(/^https:\/\/[0-9A-Z $%*+\-./:]+$/);
  expect(new URL(text).href).toBe(`https://kartu.example.go.id/V/${token.toUpperCase()}`);
});

test("a specimen's text is as long as a token and can be none", () => {
  expect(specimenToken).toHaveLength(token.length);
  expect(parseToken(specimenToken)).toBeUndefined();
  expect([specimenToken, specimenToken.toUpperCase()].map(isSpecimen)).toEqual([true, true]);
  expect([token, "", `${specimenToken}a`].map(isSpecimen)).toEqual([false, false, false]);
});

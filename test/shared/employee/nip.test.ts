import { expect, test } from "vitest";
import { groupNip, kindOfNip, maskNip, parseNip } from "#shared/employee/nip.ts";
import { aNip } from "../../support/builders.ts";

test.each([
  "198502122010012004",
  "19850212 201001 2 004",
  "19850212 201001 2004",
  "`1985.0212-201001 2004",
])("%s is a NIP, however it is written", (text) => {
  expect(parseNip(text)).toBe("198502122010012004");
});

test.each([
  ["too short", "1985021220100120"],
  ["twelve digits, as the circular's sample", "198001010003"],
  ["born on 31 February", "198502312010012004"],
  ["appointed in month 13", "198502122010132004"],
  ["of neither sex", "198502122010013004"],
  ["with order 000", "198502122010012000"],
  ["with a letter", "19850212201001200A"],
])("a number %s is refused", (_why, text) => {
  expect(parseNip(text)).toBeUndefined();
});

test("a contract number from 21 makes it a NI PPPK", () => {
  expect(kindOfNip(aNip("198502122024211004"))).toBe("PPPK");
  expect(kindOfNip(aNip("198502122010012004"))).toBe("PNS");
});

test("the card prints it in groups, the public page hides birth, appointment and sex", () => {
  expect(groupNip("198502122010012004")).toBe("19850212 201001 2 004");
  expect(maskNip("198502122010012004")).toBe("1985•••• •••••• • •04");
});

test.each([
  "19680101 200503 2 901",
  "`196801012005032901",
  "\u202a196801012005032901\u202c",
  "196801\u200b012005032901",
  "NIP: 196801012005032901",
  '="196801012005032901"',
  "19680101–200503–2–901",
])("%j is read as the number that was meant", (text) => {
  expect(parseNip(text)).toBe("196801012005032901");
});

test.each(["1,96801E+17", "196801012005032000", "NIP", "", "NIPx196801012005032901"])(
  "%j is no NIP",
  (text) => {
    expect(parseNip(text)).toBeUndefined();
  },
);

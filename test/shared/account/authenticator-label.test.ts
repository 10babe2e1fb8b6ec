import { expect, test } from "vitest";
import { authenticatorLabel } from "#shared/account/authenticator-label.ts";
import { aNip } from "../../support/builders.ts";

const nip = aNip("199001022015031005");

test.each([
  ["Budi Santoso", "Budi 031005"],
  ["M. Yusuf", "Yusuf 031005"],
  ["Ni'matullah Al-Ghifari", "Nimatullah 031005"],
  ["Đặng Thị", "Dang 031005"],
  ["José", "Jose 031005"],
  ["Muhammadwahyuddinmwawwallah", "Muhammadwahyuddi 031005"],
  ["李", "ASN 031005"],
  ["", "ASN 031005"],
])("%s is called «%s» in an authenticator: short, and of ASCII alone", (name, label) => {
  expect(authenticatorLabel(name, nip)).toBe(label);
});

test("two people of one name on one phone have two labels", () => {
  const others = ["199001022015031006", "199002022015032001"].map(aNip);

  expect(new Set([nip, ...others].map((each) => authenticatorLabel("Siti", each))).size).toBe(3);
});

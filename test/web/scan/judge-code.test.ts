import { expect, test } from "vitest";
import { parseNip } from "#shared/employee/nip.ts";
import { refusals } from "#shared/signed-qr/envelope.ts";
import type { SignedPayload } from "#shared/signed-qr/payload.ts";
import { type CardState, cardStates } from "#shared/signed-qr/status-list.ts";
import { scanAnswer } from "../../../web/src/messages/scan-answer.ts";
import { ageText } from "../../../web/src/scan/age-text.ts";
import { findingOf } from "../../../web/src/scan/judge-code.ts";

const now = new Date("2026-11-29T12:00:00Z");
const hours = 36;
const payload: SignedPayload = {
  ...{ name: "Siti Rahma", isShortened: false, kind: "PNS", tmt: "2010-01-01", instansi: 0 },
  ...{ nip: found(parseNip("198502122010011004")), serial: "A20100000123" },
  ...{ issued: "2026-11-29", expires: "2028-11-29", status: 70_000 },
};
const opened = { ok: true, payload, kid: "abcd" } as const;
const hoursAgo = (count: number) => new Date(now.getTime() - count * 3_600_000);
const believing = { now, hours, keysAt: now };

test.for(cardStates)("a fresh list decides: %s", (state) => {
  const known = { issuedAt: hoursAgo(1), stateOf: () => state };

  const finding = findingOf(opened, known, believing);

  expect(finding).toEqual({ kind: "card", state, payload, listedAt: known.issuedAt });
});

test("the list is asked about the card's own place", () => {
  const known = {
    issuedAt: hoursAgo(1),
    stateOf: (place: number): CardState => (place === payload.status ? "suspended" : "valid"),
  };

  expect(findingOf(opened, known, believing)).toMatchObject({ state: "suspended" });
});

test.for([
  [36, "valid"],
  [36.01, "unclear"],
] as const)("after %d hours a valid card is %s", ([age, state]) => {
  const known = { issuedAt: hoursAgo(age), stateOf: () => "valid" as const };

  expect(findingOf(opened, known, believing)).toMatchObject({ state });
});

test("by keys that this device has had no news of for longer, no card is «sah»: one may have been stolen since", () => {
  const known = { issuedAt: hoursAgo(1), stateOf: () => "valid" as const };

  expect(findingOf(opened, known, { ...believing, keysAt: hoursAgo(37) })).toMatchObject({
    state: "unclear",
  });
});

test("what an old list says is over stays over", () => {
  const known = { issuedAt: hoursAgo(100), stateOf: () => "ended" as const };

  expect(findingOf(opened, known, believing)).toMatchObject({ state: "ended" });
});

test("without a list, or with one that is over its time, a right signature is no «sah»", () => {
  const over = { issuedAt: hoursAgo(50) };

  expect(findingOf(opened, undefined, believing)).toMatchObject({
    state: "unclear",
    listedAt: undefined,
  });
  expect(findingOf(opened, over, believing)).toMatchObject({
    state: "unclear",
    listedAt: over.issuedAt,
  });
});

test("a card before its holder's TMT is not valid yet, as online", () => {
  const early = { ...opened, payload: { ...payload, tmt: "2026-12-01" } };
  const known = { issuedAt: hoursAgo(1), stateOf: () => "valid" as const };

  expect(findingOf(early, known, believing)).toMatchObject({ state: "upcoming" });
  const over = { issuedAt: hoursAgo(1), stateOf: () => "ended" as const };
  expect(findingOf(early, over, believing)).toMatchObject({ state: "ended" });
});

test.for(refusals)("%s is refused, in words of its own, and never told as valid", (refusal) => {
  const known = { issuedAt: hoursAgo(1), stateOf: () => "valid" as const };

  expect(findingOf({ ok: false, refusal }, known, believing)).toEqual({
    kind: "refused",
    refusal,
  });
  const others = Object.entries(scanAnswer.refusals).filter(([other]) => other !== refusal);
  expect(others.map(([, { next }]) => next)).not.toContain(scanAnswer.refusals[refusal].next);
  expect(["V0", "V5", "V8"]).toContain(scanAnswer.refusals[refusal].code);
  if (refusal === "expired")
    expect(scanAnswer.refusals[refusal].word).toBe("Belum bisa dicek: pindai daring");
});

test.for([
  [0, "baru saja"],
  [59, "59 menit lalu"],
  [60, "1 jam lalu"],
  [47 * 60 + 59, "47 jam lalu"],
  [48 * 60, "2 hari lalu"],
  [-5, "baru saja"],
] as const)("a list of %d minutes is from %s", ([minutes, text]) => {
  expect(ageText(now, new Date(now.getTime() - minutes * 60_000))).toBe(text);
});

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("It is no NIP.");
  return value;
}

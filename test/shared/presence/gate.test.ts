import { expect, test } from "vitest";
import { Gate, type GateList } from "#shared/presence/gate.ts";
import { presencePhone } from "../../support/presence-phone.ts";

const phone = await presencePhone();
const stranger = await presencePhone();
const now = new Date("2026-11-30T00:30:15Z");
const person = "emp_siti";
const later = (seconds: number) => now.getTime() + seconds * 1000;

function listOf(change: Partial<GateList> & { readonly endsAt?: string } = {}): GateList {
  const { endsAt = "2026-11-30T12:00:00Z", ...list } = change;
  const { x, y } = phone;
  return {
    toldAt: later(-60),
    keys: new Map([[phone.device, { x, y, person, endsAt }]]),
    ...list,
  };
}

test("a code is taken once, with the time of the gate, and its replay is refused", async () => {
  const gate = new Gate();
  const code = await phone.codeOf(now);

  expect(await gate.judge(code, listOf(), later(0))).toEqual({
    taken: { code, person, at: now.toISOString() },
  });
  expect(await gate.judge(code, listOf(), later(14))).toEqual({ refusal: "replay" });
  expect(await gate.judge(code, listOf(), later(30))).toEqual({ refusal: "replay" });
  expect(await gate.judge(code, listOf(), later(60))).toEqual({ refusal: "off-time" });
});

test("a code of the same half minute that is signed anew is a replay as well", async () => {
  const gate = new Gate();
  const [one, other] = [await phone.codeOf(now), await phone.codeOf(now)];
  await gate.judge(one, listOf(), later(0));

  expect(other).not.toBe(one);
  expect(await gate.judge(other, listOf(), later(1))).toEqual({ refusal: "replay" });
});

test("the next half minute's code is taken", async () => {
  const gate = new Gate();
  await gate.judge(await phone.codeOf(now), listOf(), later(0));

  const next = await gate.judge(await phone.codeOf(new Date(later(30))), listOf(), later(30));
  expect(next).toHaveProperty("taken");
});

test.each([
  ["of a phone that is not in the list", () => stranger.codeOf(now), listOf(), "unknown"],
  [
    "of a session that is over",
    () => phone.codeOf(now),
    listOf({ endsAt: now.toISOString() }),
    "unknown",
  ],
  ["of two half minutes before", () => phone.codeOf(new Date(later(-60))), listOf(), "off-time"],
  ["of two half minutes after", () => phone.codeOf(new Date(later(60))), listOf(), "off-time"],
  [
    "by a list of an hour ago",
    () => phone.codeOf(now),
    listOf({ toldAt: later(-3600) }),
    "list-old",
  ],
  ["by a list of tomorrow", () => phone.codeOf(now), listOf({ toldAt: later(1) }), "list-old"],
  ["that is an address", async () => "https://kartu.example.go.id", listOf(), "not-ours"],
])("a code %s is refused", async (_, code, list, refusal) => {
  expect(await new Gate().judge(await code(), list, later(0))).toEqual({ refusal });
});

test("a phone that says another one's name has no signature", async () => {
  const keys = new Map([[phone.device, { x: stranger.x, y: stranger.y, person, endsAt: "2027" }]]);
  const told = await new Gate().judge(await phone.codeOf(now), listOf({ keys }), later(0));

  expect(told).toEqual({ refusal: "bad-signature" });
});

test("the last second of a list's hour counts", async () => {
  const list = listOf({ toldAt: later(-3599.999) });

  expect(await new Gate().judge(await phone.codeOf(now), list, later(0))).toHaveProperty("taken");
});

/** How a request goes on: every act in every state, and deadlines that pass whether or not a job came by. */
import { expect, test } from "vitest";
import {
  agree,
  askClarification,
  asOf,
  handOver,
  reject,
  release,
  revise,
  submit,
  take,
  withdraw,
} from "#shared/request/move-request.ts";
import { decidedBy, numberOf, type Request } from "#shared/request/request.ts";
import { isClosed, waitsForAsker, waitsForDeciders } from "#shared/request/request-states.ts";
import { aDraft, aRequest, chainOfTwo } from "../../support/requests.ts";

const at = (hours: number) => new Date(Date.parse("2026-11-21T03:00:00.000Z") + hours * 3_600_000);
const siti = "emp_siti" as const;
const [oka, tuti] = ["emp_oka", "emp_tuti"] as const;
const said = { code: "bts", reason: "SK tidak terbaca" } as const;
const content = { content: { values: {} }, files: [] };

const sent = submit(aDraft(), { at: at(0), by: siti, chain: chainOfTwo, ...content });

test("who has it, since when, what is next and by when", () => {
  expect(sent).toMatchObject({
    state: "submitted",
    since: at(0).toISOString(),
    dueAt: at(48).toISOString(),
  });
  expect(decidedBy(sent)).toBe("petugas");

  const verified = agree(take(sent, { at: at(1), by: oka }), { at: at(2), by: oka });
  expect(verified).toMatchObject({ state: "submitted", place: 1, dueAt: at(26).toISOString() });
  expect(verified.taker).toBeUndefined();
  expect(decidedBy(verified)).toBe("penyetuju");

  const approved = agree(verified, { at: at(3), by: tuti });
  expect(approved).toMatchObject({ state: "approved", agreed: [oka, tuti] });
  expect(approved.dueAt).toBeUndefined();
  expect(approved.trail.map(({ act }) => act)).toEqual([
    "submitted",
    "taken",
    "agreed",
    "approved",
  ]);
});

test("nobody decides two links of one chain", () => {
  const verified = agree(sent, { at: at(1), by: oka });
  expect(() => agree(verified, { at: at(2), by: oka })).toThrow("request-decided-by-you");
});

test("a question goes to who asked; an answer in words goes back to the same link, whatever is changed to the first", () => {
  const verified = agree(sent, { at: at(1), by: oka });
  const asked = askClarification(verified, { at: at(2), by: tuti, ...said });
  expect(asked).toMatchObject({ state: "clarifying", dueAt: at(2 + 14 * 24).toISOString() });
  expect(waitsForAsker(asked)).toBe(true);
  expect(() => agree(asked, { at: at(3), by: tuti })).toThrow("request-moved");

  const answered = { at: at(4), by: siti, chain: chainOfTwo, ...content };
  const words = revise(asked, { ...answered, reason: "SK 12 ada di halaman dua" });
  expect(words).toMatchObject({ state: "revised", place: 1, agreed: [oka] });
  expect(words.dueAt).toBe(at(28).toISOString());
  expect(decidedBy(words)).toBe("penyetuju");
  for (const other of [{ content: { values: { a: 1 } } }, { files: ["evd_b"] as const }]) {
    const changed = revise(asked, { ...answered, ...other });
    expect(changed).toMatchObject({ state: "revised", place: 0, agreed: [], ...other });
    expect(changed.dueAt).toBe(at(52).toISOString());
  }
  const alone = [{ role: "petugas", hours: 72 }] as const;
  expect(revise(asked, { ...answered, chain: alone })).toMatchObject({ chain: alone, place: 0 });
});

test("a question that nobody answers in time ends the request at its deadline, whenever somebody looks", () => {
  const asked = askClarification(sent, { at: at(0), by: oka, ...said });
  const end = at(14 * 24);
  expect(asOf(asked, new Date(end.getTime() - 1)).state).toBe("clarifying");
  expect(asOf(asked, end)).toMatchObject({ state: "expired", since: end.toISOString() });
  expect(asOf(asked, at(9999))).toMatchObject({ state: "expired", since: end.toISOString() });
  expect(() => revise(asked, { at: end, by: siti, chain: chainOfTwo, ...content })).toThrow(
    "request-expired",
  );
});

test("a decision that nobody makes in time opens the request to all, frees it from who looked at it, and never ends it", () => {
  const taken = take(sent, { at: at(1), by: oka });
  const late = asOf(taken, at(48));
  expect(late).toMatchObject({ state: "submitted", widened: true, dueAt: at(96).toISOString() });
  expect(late.taker).toBeUndefined();
  expect(late.trail.at(-1)).toEqual({ act: "widened", at: at(48).toISOString() });

  const later = asOf(taken, at(48 * 30 + 1));
  expect(later.trail).toEqual(late.trail);
  expect(Date.parse(later.dueAt ?? "")).toBeGreaterThan(at(48 * 30 + 1).getTime());
  expect(agree(taken, { at: at(5000), by: tuti })).toMatchObject({ place: 1, state: "submitted" });
});

test("what was opened to all is its unit's again for the next link", () => {
  const verified = agree(sent, { at: at(50), by: oka });
  expect(verified.widened).toBeUndefined();
  expect(verified.trail.map(({ act }) => act)).toEqual(["submitted", "widened", "agreed"]);
});

test("another officer takes it over; only who looks at it gives it back", () => {
  const taken = take(take(sent, { at: at(1), by: oka }), { at: at(2), by: tuti });
  expect(taken.taker).toBe(tuti);
  expect(() => release(taken, { at: at(3), by: oka })).toThrow("request-moved");
  expect(release(taken, { at: at(3), by: tuti })).toMatchObject({ state: "submitted" });
});

test("an answer stays an answer, who looks at it and gives it back, and where its time is over meanwhile", () => {
  const asked = askClarification(sent, { at: at(1), by: oka, reason: "Nomor ijazahnya?" });
  const { content, files } = asked;
  const own = { by: siti, reason: "12/2026", chain: chainOfTwo, content, files };
  const answered = revise(asked, { at: at(2), ...own });
  const taken = take(answered, { at: at(3), by: tuti });

  expect(release(taken, { at: at(4), by: tuti })).toMatchObject({ state: "revised" });
  expect(asOf(taken, at(200))).toMatchObject({ state: "revised", widened: true });
});

test("it begins anew where its person works now; a question stays with who asked", () => {
  const there = { instansiId: "ins_lain", unitKerja: "Dinas B" };
  const verified = agree(sent, { at: at(1), by: oka });
  expect(handOver(verified, { at: at(2), ...there })).toMatchObject({
    ...there,
    place: 0,
    agreed: [],
    state: "submitted",
    dueAt: at(50).toISOString(),
  });
  const asked = askClarification(verified, { at: at(1), by: tuti, ...said });
  expect(handOver(asked, { at: at(2), ...there })).toMatchObject({
    ...{ ...there, state: "clarifying", dueAt: asked.dueAt },
    ...{ place: 0, agreed: [] },
  });
});

test.each([
  [
    "approved",
    (request: Request) =>
      agree({ ...request, chain: [{ role: "petugas", hours: 1 }] }, { at: at(0.5), by: oka }),
  ],
  ["rejected", (request: Request) => reject(request, { at: at(1), by: oka, ...said })],
  ["withdrawn", (request: Request) => withdraw(request, { at: at(1), by: siti })],
] as const)("after it is %s nothing moves it any more, and each act says so", (state, end) => {
  const ended = end(sent);
  expect(ended.state).toBe(state);
  expect(isClosed(ended) && !waitsForAsker(ended) && !waitsForDeciders(ended)).toBe(true);
  expect(asOf(ended, at(99_999))).toBe(ended);
  const acted = { at: at(2), by: oka };
  for (const act of [
    () => agree(ended, acted),
    () => take(ended, acted),
    () => release(ended, acted),
    () => reject(ended, { ...acted, ...said }),
    () => askClarification(ended, { ...acted, ...said }),
    () => withdraw(ended, { at: at(2), by: siti }),
    () => revise(ended, { at: at(2), by: siti, chain: chainOfTwo, ...content }),
    () => submit(ended, { at: at(2), by: siti, chain: chainOfTwo, ...content }),
  ])
    expect(act).toThrow(`request-${state}`);
});

test("who looks at it looks at it once", () => {
  const taken = take(sent, { at: at(1), by: oka });
  expect(take(taken, { at: at(2), by: oka })).toBe(taken);
});

test("two who send it back and forth for ever come to an end, which anybody can still make", () => {
  let request = sent;
  const on = (i: number) => (i % 2 === 0 ? take : release)(request, { at: at(1), by: oka });
  const forever = () => {
    for (let i = 0; i < 100; i++) request = on(i);
  };
  expect(forever).toThrow("request-too-long");
  for (const end of [
    withdraw(request, { at: at(2), by: siti }),
    reject(request, { at: at(2), by: tuti, ...said }),
    agree(request, { at: at(2), by: tuti }),
  ])
    expect(end.trail).toHaveLength(request.trail.length + 1);
});

test("its number is a part of its id in capitals", () => {
  expect(numberOf(aRequest({ id: "req_7q2mk9xdfa0123456789abcdef" }))).toBe("7Q2MK-9XDFA");
});

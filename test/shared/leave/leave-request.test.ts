/** A leave from request to decision, with the days that it holds (decision 0105). */
import { describe, expect, test } from "vitest";
import { passDeadlines } from "#shared/request/pass-deadlines.ts";
import { anEmployee } from "../../support/builders.ts";
import { advice, agreed, leaveWorld, no, office, section } from "../../support/leave-world.ts";
import { aPost, lineOfPost } from "../../support/post-table-contract.ts";

const kindsOf = (movements: readonly { readonly kind: string }[]) =>
  movements.map(({ kind }) => kind);

describe("a request for leave", () => {
  test("holds its days when it is sent, and is leave when it is approved", async () => {
    const { ask, decide, free, ledger } = await leaveWorld();
    const { id, chain, content } = await ask();
    expect(content).toMatchObject({ days: 3, workingDays: 3 });
    expect(chain.map(({ role, post, advises }) => [role, post, advises])).toEqual([
      ["superior", section, true],
      ["authority", office, undefined],
    ]);
    expect(await free(2026)).toBe(9);
    expect(await decide("emp_head", id, advice)).toMatchObject({ place: 1 });
    expect(await decide("emp_chief", id, agreed)).toMatchObject({ state: "approved" });
    expect(await free(2026)).toBe(9);
    const { movements, leaves } = await ledger();
    expect(kindsOf(movements)).toEqual(["grant", "reserve", "take"]);
    expect(leaves).toMatchObject([{ id, kind: "tahunan", isGiven: true }]);
  });

  test.each(["refused", "withdrawn", "expired"])("gives them back when it is %s", async (how) => {
    const { api, ask, clock, decide, free, ledger, withdraw } = await leaveWorld();
    const { id } = await ask();
    await decide("emp_head", id, { ...advice, verdict: "refused", reason: "Ramai" });
    if (how === "withdrawn") await withdraw(id);
    if (how === "refused") await decide("emp_chief", id, no);
    if (how === "expired") {
      await decide("emp_chief", id, { act: "clarify", code: "other", reason: "Kapan kembali?" });
      clock.advance({ days: 15 });
      await passDeadlines(api);
    }
    expect(await free(2026)).toBe(12);
    expect((await ledger()).leaves).toEqual([]);
  });

  test("what is put off is let go, and usable whole in the next year", async () => {
    const { ask, clock, decide, free, ledger } = await leaveWorld();
    const { id } = await ask({ from: "2026-12-07", to: "2026-12-18" });
    await decide("emp_head", id, advice);
    const putOff = await decide("emp_chief", id, { ...no, verdict: "postponed" });
    expect(putOff).toMatchObject({ state: "rejected" });
    expect(putOff.trail.at(-1)).toMatchObject({ verdict: "postponed", reason: no.reason });
    expect(kindsOf((await ledger()).movements)).toEqual(["grant", "reserve", "postpone"]);
    clock.advance({ days: 40 });
    await ask({ from: "2027-02-01", to: "2027-02-01" }, "later");
    // Ten put off of 2026, and of its two others both.
    expect(await free(2027)).toBe(12 + 10 + 2 - 1);
  });

  test("one for a religious duty is not put off", async () => {
    const { ask, decide } = await leaveWorld();
    const { id } = await ask({
      ...{ kind: "besar", reason: "ibadah", from: "2027-01-04", to: "2027-02-03" },
    });
    await decide("emp_head", id, advice);
    await expect(decide("emp_chief", id, { ...no, verdict: "postponed" })).rejects.toMatchObject({
      code: "request-not-postponable",
    });
  });

  test("two at once never take more than there is", async () => {
    const { ask, free } = await leaveWorld();
    const first = { from: "2026-12-01", to: "2026-12-10" };
    const second = { from: "2026-12-14", to: "2026-12-22" };
    const sent = await Promise.allSettled([ask(first, "one"), ask(second, "two")]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await free(2026)).toBeGreaterThanOrEqual(4);
  });

  test("other days after a question hold anew, and are decided from the superior on", async () => {
    const { ask, decide, free, revise } = await leaveWorld();
    const { id } = await ask();
    await decide("emp_head", id, advice);
    await decide("emp_chief", id, { act: "clarify", code: "other", reason: "Sesudah tanggal 24" });
    const revised = await revise(id, { from: "2026-12-28", to: "2026-12-31" });
    expect(revised).toMatchObject({ state: "revised", place: 0 });
    expect(await free(2026)).toBe(8);
  });

  test("tells all that is wrong with it at once", async () => {
    const { ask, ledger } = await leaveWorld();
    const wrong = ask({ words: " ", phone: "x", from: "2026-11-02", to: "2026-11-30" });
    await expect(wrong).rejects.toMatchObject({
      problems: [
        { field: "words", code: "required" },
        { field: "phone", code: "phone-malformed" },
        { field: "from", code: "asked-too-late" },
        { field: "to", code: "balance-short", params: { limit: 12, measured: 21, year: 2026 } },
      ],
    });
    expect(await ledger()).toMatchObject({ revision: 0 });
  });

  test("a short sick leave ends with the superior, and needs its letter", async () => {
    const { ask, decide } = await leaveWorld();
    const sick = { kind: "sakit", reason: "sakit", from: "2026-11-30", to: "2026-11-30" } as const;
    await expect(ask(sick)).rejects.toMatchObject({
      problems: [{ field: "evidence", code: "evidence-missing" }],
    });
    const { id, chain } = await ask({ ...sick, evidence: ["surat-dokter"] });
    expect(chain).toMatchObject([{ role: "superior", post: section }]);
    expect(await decide("emp_head", id, agreed)).toMatchObject({ state: "approved" });
  });

  test("is not taken where nobody decides", async () => {
    const { ask, posts } = await leaveWorld();
    for (const id of [section, office]) {
      const before = await posts.find(id);
      if (!before) throw new Error("No post.");
      const { holder: _nobody, ...vacant } = before;
      const after = aPost({ ...vacant, revision: 2 });
      await posts.save(after, before, lineOfPost(after));
    }
    await expect(ask()).rejects.toMatchObject({ code: "no-decider" });
  });

  test("an approval after New Year is leave of the year in which it lies", async () => {
    const { ask, clock, decide, free, ledger } = await leaveWorld();
    const { id } = await ask({ from: "2026-12-28", to: "2027-01-05" });
    await decide("emp_head", id, advice);
    clock.advance({ days: 40 });
    await decide("emp_chief", id, agreed);
    const { movements } = await ledger();
    const taken = movements.filter(({ kind }) => kind === "take");
    expect(taken.map(({ year, days }) => [year, days])).toEqual([
      [2026, 4],
      [2027, 3],
    ]);
    // Eight were left of 2026: six go on.
    expect(await free(2027)).toBe(12 - 3 + 6);
  });

  test("days that come back to a closed year go on as that year ended", async () => {
    const { ask, clock, free, withdraw } = await leaveWorld();
    const { id } = await ask({ from: "2026-12-07", to: "2026-12-18" });
    clock.advance({ days: 40 });
    await ask({ from: "2027-03-01", to: "2027-03-01" }, "later");
    expect(await free(2027)).toBe(12 + 2 - 1);
    await withdraw(id);
    expect(await free(2027)).toBe(12 + 6 - 1);
  });

  test("a cuti besar takes the place of what is left of its year", async () => {
    const { ask, decide, free } = await leaveWorld();
    await ask({ from: "2026-12-21", to: "2026-12-22" }, "first");
    const { id } = await ask({
      ...{ kind: "besar", reason: "ibadah", from: "2026-12-28", to: "2027-01-27" },
    });
    await decide("emp_head", id, advice);
    await decide("emp_chief", id, agreed);
    expect(await free(2026)).toBe(0);
  });

  test("who moved to other deciders sends it again", async () => {
    const { api, ask, current, employees, posts, rules } = await leaveWorld(anEmployee());
    const { id } = await ask();
    const { kinds } = api;
    const person = await employees.find("emp_siti");
    if (!person) throw new Error("Nobody asks.");
    const request = await current(id);
    expect(await kinds.leave.isOutdated(request, person)).toBe(false);
    const step = { act: "handed-over", at: "2026-12-01T00:00:00.000Z" } as const;
    const moved = { ...request, trail: [...request.trail, step] };
    expect(await kinds.leave.isOutdated(moved, person)).toBe(false);
    const elsewhere = aPost({ id: "pst_other", title: "Lurah", holder: "emp_chief" });
    await posts.save(elsewhere, undefined, lineOfPost(elsewhere));
    const rule = (await rules.of("ins_contoh", ["agency"])).get("agency");
    if (!rule) throw new Error("No rule.");
    const line = (await import("../../support/decider-rule-table-contract.ts")).lineOfRule;
    const changed = { ...rule, superior: "pst_other" as const, revision: 2 };
    await rules.save(changed, line(changed));
    expect(await kinds.leave.isOutdated(moved, person)).toBe(true);
  });
});

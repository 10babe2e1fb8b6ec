import { expect, test } from "vitest";
import { entryOf } from "#shared/account/account-event.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { agree, askClarification, submit, take, withdraw } from "#shared/request/move-request.ts";
import type { Request } from "#shared/request/request.ts";
import { outcomes } from "#shared/request/request-states.ts";
import { moveTo, type Requests } from "#shared/request/requests.ts";
import { aDraft, chainOfTwo } from "./requests.ts";

interface Made {
  readonly requests: Requests;
  /** Where its lines are. */
  readonly history: Pick<AuditTrail, "history">;
}

const at = (hours: number) => new Date(Date.parse("2026-11-21T03:00:00.000Z") + hours * 3_600_000);
const sentAt = (hours: number, fields: Partial<Request> = {}) =>
  submit(aDraft({ group: "name", ...fields }), {
    ...{ at: at(hours), by: "emp_siti", content: { values: {} }, files: [], chain: chainOfTwo },
  });
const moved = { code: "request-moved" };

/** What every table of requests does, the fake and the real one. `make` gives empty tables each time. */
export function requestTableContract(make: () => Promise<Made>): void {
  async function started(...all: readonly Request[]) {
    const made = await make();
    const kept: Request[] = [];
    for (const each of all) {
      const move = moveTo(undefined, each);
      await made.requests.save(move);
      kept.push(move.after);
    }
    return { ...made, kept };
  }

  test("it is found as it was written, once", async () => {
    const { requests, kept } = await started(aDraft());
    expect(await requests.find("req_1")).toEqual({ ...aDraft(), version: 1 });
    expect(await requests.find("req_none")).toBeUndefined();
    await expect(requests.save(moveTo(undefined, aDraft()))).rejects.toMatchObject(moved);
    expect(kept).toHaveLength(1);
  });

  test("many are found at once, and those that are not there are left out", async () => {
    const { requests } = await started(aDraft(), aDraft({ id: "req_2" }));
    const found = await requests.findAll(["req_2", "req_none", "req_1", "req_2"]);
    expect([...found.keys()].toSorted()).toEqual(["req_1", "req_2"]);
    expect(found.get("req_2")).toEqual({ ...aDraft({ id: "req_2" }), version: 1 });
    expect(await requests.findAll([])).toEqual(new Map());
  });

  test("of many who move it at once one does, with its line of history", async () => {
    const { requests, history, kept } = await started(sentAt(0));
    const [before] = kept;
    if (!before) throw new Error();
    const line = (later: number) =>
      entryOf({
        ...{ employeeId: "emp_siti", action: "own-request-agreed", matterId: before.id },
        ...{ actor: { role: "officer", id: "emp_oka" }, at: new Date(at(1).getTime() + later) },
      });
    const all = await Promise.allSettled(
      [0, 1, 2, 3].map((later) => {
        const after = agree(before, { at: at(1), by: "emp_oka" });
        return requests.save(moveTo(before, after, { lines: [line(later)] }));
      }),
    );

    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = all.filter((each) => each.status === "rejected");
    expect(lost.map(({ reason }) => reason.code)).toEqual(lost.map(() => "request-moved"));
    const { items } = await history.history({ subjectId: "account#emp_siti", limit: 9 });
    expect(items).toMatchObject([{ action: "own-request-agreed" }]);
    expect(await requests.find("req_1")).toMatchObject({ place: 1, version: 2 });
  });

  test("of a person, kind and group one is on its way, also of two that are sent at once; its end makes room", async () => {
    const { requests, kept } = await started(
      aDraft(),
      aDraft({ id: "req_2" }),
      sentAt(0, { id: "req_3", group: "rank" }),
      sentAt(0, { id: "req_4", person: "emp_budi" }),
      sentAt(0, { id: "req_5", kind: "other" }),
    );
    const send = ([draft, id]: readonly [Request | undefined, Request["id"]]) =>
      requests.save(moveTo(draft, sentAt(1, { id })));
    const all = await Promise.allSettled(
      (
        [
          [kept[0], "req_1"],
          [kept[1], "req_2"],
        ] as const
      ).map(send),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(all.find((each) => each.status === "rejected")?.reason).toMatchObject({
      code: "request-open",
    });

    const first = (await requests.find("req_1"))?.state === "submitted" ? "req_1" : "req_2";
    const open = await requests.find(first);
    if (!open) throw new Error();
    await requests.save(moveTo(open, withdraw(open, { at: at(2), by: "emp_siti" })));
    const other = first === "req_1" ? "req_2" : "req_1";
    await send([await requests.find(other), other]);
    expect(await requests.find(other)).toMatchObject({ state: "submitted" });
  });

  test("what waits for officers is listed by its submission, page after page, of one agency alone", async () => {
    const { requests, kept } = await started(
      sentAt(2, { id: "req_a", group: "a" }),
      sentAt(1, { id: "req_b", group: "b" }),
      sentAt(3, { id: "req_c", group: "c" }),
      sentAt(0, { id: "req_d", group: "d", instansiId: "ins_lain" }),
      aDraft({ id: "req_e" }),
    );
    const [a, b] = kept;
    if (!a || !b) throw new Error();
    await requests.save(moveTo(a, take(a, { at: at(9), by: "emp_oka" })));
    const ids = async (query: Parameters<Requests["waiting"]>[1]) =>
      (await requests.waiting("ins_contoh", query)).map(({ id }) => id);

    expect(await ids({ limit: 9 })).toEqual(["req_b", "req_a", "req_c"]);
    const after = { id: "req_b", at: b.submittedAt ?? "" } as const;
    expect(await ids({ limit: 1, after })).toEqual(["req_a"]);
    const asked = askClarification(b, { at: at(4), by: "emp_oka", code: "bts", reason: "?" });
    await requests.save(moveTo(b, asked));
    expect(await ids({ limit: 9 })).toEqual(["req_a", "req_c"]);
  });

  test("what has ended is listed by its end, newest first, page after page, of some outcomes and one agency alone", async () => {
    const names = ["a", "b", "c", "d"] as const;
    const { requests, kept } = await started(
      ...names.map((group) => sentAt(1, { id: `req_${group}`, group })),
      sentAt(1, { id: "req_e", group: "e", instansiId: "ins_lain" }),
      sentAt(1, { id: "req_f", group: "f" }),
    );
    for (const [i, each] of kept.slice(0, 5).entries()) {
      const state = i === 1 ? "approved" : "withdrawn";
      const { dueAt: _, ...rest } = each;
      const since = at(i === 3 ? 4 : 2 + i).toISOString();
      await requests.save(moveTo(each, { ...rest, state, since }));
    }
    const ids = async (query: Parameters<Requests["ended"]>[1]) =>
      (await requests.ended("ins_contoh", query)).map(({ id }) => id);

    const all = { outcomes } as const;
    expect(await ids({ ...all, limit: 9 })).toEqual(["req_d", "req_c", "req_b", "req_a"]);
    expect(await ids({ ...all, limit: 2 })).toEqual(["req_d", "req_c"]);
    const after = { id: "req_d", at: at(4).toISOString(), outcome: "withdrawn" } as const;
    expect(await ids({ ...all, limit: 2, after })).toEqual(["req_c", "req_b"]);
    expect(await ids({ outcomes: ["approved"], limit: 9 })).toEqual(["req_b"]);
    expect(await ids({ outcomes: ["expired"], limit: 9 })).toEqual([]);
  });

  test("one's own are listed with the newest act first, page after page", async () => {
    const { requests } = await started(
      sentAt(1, { id: "req_a", group: "a" }),
      sentAt(2, { id: "req_b", group: "b" }),
      sentAt(3, { id: "req_c", person: "emp_budi" }),
    );
    const mine = await requests.of("emp_siti", { limit: 9 });
    expect(mine.map(({ id }) => id)).toEqual(["req_b", "req_a"]);
    const after = { id: "req_b", at: at(2).toISOString() } as const;
    expect((await requests.of("emp_siti", { limit: 9, after })).map(({ id }) => id)).toEqual([
      "req_a",
    ]);
  });

  test("of one's own those that nobody asked for are left out where that is wanted, and the page is filled up", async () => {
    const unasked = { unasked: true, kind: "suspect-card" } as const;
    const { requests } = await started(
      sentAt(1, { id: "req_a", group: "a" }),
      sentAt(2, { id: "req_b", group: "b", ...unasked }),
      sentAt(3, { id: "req_c", group: "c", ...unasked }),
      sentAt(4, { id: "req_d", group: "d" }),
    );
    const ids = async (query: Parameters<Requests["of"]>[1]) =>
      (await requests.of("emp_siti", query)).map(({ id }) => id);

    expect(await ids({ limit: 2, asked: true })).toEqual(["req_d", "req_a"]);
    const after = { id: "req_d", at: at(4).toISOString() } as const;
    expect(await ids({ limit: 1, after, asked: true })).toEqual(["req_a"]);
    expect(await ids({ limit: 9 })).toEqual(["req_d", "req_c", "req_b", "req_a"]);
  });

  test("what is late is listed from its second on, longest first; what ended is not", async () => {
    const { requests, kept } = await started(
      sentAt(0, { id: "req_a", group: "a" }),
      sentAt(1, { id: "req_b", group: "b" }),
      sentAt(2, { id: "req_c", group: "c" }),
    );
    const due = async (hours: number, limit = 9) =>
      (await requests.due(at(hours), limit)).map(({ id }) => id);
    expect(await due(47.9)).toEqual([]);
    expect(await due(48)).toEqual(["req_a"]);
    expect(await due(50)).toEqual(["req_a", "req_b", "req_c"]);
    expect(await due(50, 2)).toEqual(["req_a", "req_b"]);
    const [a] = kept;
    if (!a) throw new Error();
    await requests.save(moveTo(a, withdraw(a, { at: at(3), by: "emp_siti" })));
    expect(await due(50)).toEqual(["req_b", "req_c"]);
  });

  test("questions whose time ends in a span are listed, and nothing that waits for officers", async () => {
    const { requests, kept } = await started(
      sentAt(0, { id: "req_a", group: "a" }),
      sentAt(1, { id: "req_b", group: "b" }),
    );
    const [a] = kept;
    if (!a) throw new Error();
    const said = { at: at(2), by: "emp_petugas", code: "bts", reason: "Buram" } as const;
    const asked = moveTo(a, askClarification(a, said));
    await requests.save(asked);
    const dueAt = new Date(asked.after.dueAt ?? "");
    const within = async (from: number, to: number, limit = 9) => {
      const instant = (minutes: number) => new Date(dueAt.getTime() + minutes * 60_000);
      const span = { from: instant(from).toISOString(), to: instant(to).toISOString() };
      return (await requests.unanswered(span, limit)).map(({ id }) => id);
    };
    expect(await within(0, 0)).toEqual(["req_a"]);
    expect(await within(-20_000, 20_000)).toEqual(["req_a"]);
    expect(await within(1, 20_000)).toEqual([]);
    expect(await within(-20_000, -1)).toEqual([]);
  });
}

/** Steps that a post decides: whoever acts in it when it is decided (decision 0104). */
import { describe, expect, test } from "vitest";
import type { PostId } from "#shared/post/post.ts";
import { submitRequest, withdrawRequest } from "#shared/request/ask-request.ts";
import { type Decision, decideRequest } from "#shared/request/decide-request.ts";
import { passDeadlines } from "#shared/request/pass-deadlines.ts";
import type { RequestKind } from "#shared/request/request-kind.ts";
import type { Move, Requests } from "#shared/request/requests.ts";
import type { RequestDecider } from "#shared/request/whose-turn.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { stepInMemory } from "../../support/steps-in-memory.ts";

const [section, office, agency] = ["pst_section", "pst_office", "pst_agency"] as const;

/** Days off: the superior considers it, the office grants it. */
function daysOff(requests: Pick<Requests, "save">, written: Move[]): RequestKind {
  const write = async (move: Move) => {
    await requests.save(move);
    written.push(move);
  };
  return {
    answerDays: 2,
    read: (content) => content,
    keep: async ({ content }) => ({
      ...{ content, group: "off" },
      chain: [
        { role: "superior", post: section, above: office, advises: true, hours: 24 },
        { role: "authority", post: office, above: agency, hours: 24 },
      ],
    }),
    isOutdated: async () => false,
    save: write,
    carryOut: write,
  };
}

function world() {
  const clock = new FakeClock();
  const requests = new RequestsInMemory();
  const siti = anEmployee();
  const written: Move[] = [];
  /** Who acts where; moved by the tests. */
  const acting = new Map<`emp_${string}`, readonly PostId[]>([
    ["emp_head", [section]],
    ["emp_chief", [office]],
    ["emp_regent", [agency]],
  ]);
  const api = {
    freezes: freezesInMemory(clock).freezes,
    ...{ requests, clock, limits: new LimitsInMemory(), employees: { find: async () => siti } },
    kinds: { off: daysOff(requests, written) },
    standingOf: async () => ({
      roles: [aGrant("petugas")],
      unchanged: stepInMemory("decision-raced", { holds: () => true, write: () => {} }),
    }),
    actsIn: async (id: `emp_${string}`, posts: readonly PostId[]) => ({
      posts: posts.filter((post) => acting.get(id)?.includes(post)),
      unchanged: [],
    }),
  };
  const by = (id: `emp_${string}`): RequestDecider => ({
    ...{ employeeId: id, instansiId: siti.instansiId, roles: [] },
    posts: acting.get(id) ?? [],
  });
  const send = () =>
    submitRequest(api, { key: "k", kind: "off", content: "3", files: [], person: siti });
  const decide = async (id: `emp_${string}`, decision: Decision, sent = by(id)) => {
    const [found] = await requests.of(siti.id, { limit: 1 });
    if (!found) throw new Error("Nothing was sent.");
    clock.advance({ minutes: 1 });
    const { id: requestId, version } = found;
    return (await decideRequest(api, { id: requestId, version, by: sent, decision })).request;
  };
  return { acting, api, by, clock, decide, requests, send, siti, written };
}

const refused = { act: "advise", verdict: "refused", reason: "Ramai" } as const;
const agreed = { act: "agree" } as const;

describe("a step that a post decides", () => {
  test("whatever the superior thinks, the next one decides", async () => {
    const { decide, requests, send } = world();
    const sent = await send();
    expect(await requests.waiting(section, { limit: 9 })).toHaveLength(1);
    expect(await requests.waiting(sent.instansiId, { limit: 9 })).toEqual([]);
    expect(await decide("emp_head", refused)).toMatchObject({ state: "submitted", place: 1 });
    expect(await requests.waiting(office, { limit: 9 })).toHaveLength(1);
    const done = await decide("emp_chief", agreed);
    expect(done.state).toBe("approved");
    expect(done.trail.map(({ role }) => role)).toEqual([undefined, "superior", "authority"]);
    expect(done.trail.map(({ act, verdict, reason }) => [act, verdict, reason])).toEqual([
      ["submitted", undefined, undefined],
      ["advised", "refused", "Ramai"],
      ["approved", undefined, undefined],
    ]);
  });

  test("who only advises can neither agree nor leave out why", async () => {
    const { decide, send } = world();
    await send();
    await expect(decide("emp_head", agreed)).rejects.toMatchObject({ code: "request-moved" });
    await expect(decide("emp_head", { ...refused, reason: " " })).rejects.toMatchObject({
      code: "invalid-input",
    });
    expect(
      await decide("emp_head", { act: "advise", verdict: "approved", reason: "" }),
    ).toMatchObject({ place: 1 });
  });

  test("an officer of the agency sees it, and decides nothing of it", async () => {
    const { by, decide, send } = world();
    await send();
    const officer = { ...by("emp_officer"), roles: [aGrant("petugas")] };
    await expect(decide("emp_officer", refused, officer)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(decide("emp_regent", refused)).rejects.toMatchObject({ code: "not-found" });
  });

  test("who acts in it when it is decided counts, not who did when the page was opened", async () => {
    const { acting, by, decide, send } = world();
    await send();
    const opened = by("emp_head");
    acting.set("emp_head", []);
    await expect(decide("emp_head", refused, opened)).rejects.toMatchObject({ code: "forbidden" });
    acting.set("emp_standin", [section]);
    expect(await decide("emp_standin", refused)).toMatchObject({ place: 1 });
  });

  test("once its time is over the post above decides too, and finds it in its list", async () => {
    const { api, clock, decide, requests, send } = world();
    const sent = await send();
    clock.advance({ hours: 25 });
    await passDeadlines(api);
    expect(await requests.waiting(office, { limit: 9 })).toHaveLength(1);
    expect((await requests.find(sent.id))?.trail.at(-1)?.act).toBe("escalated");
    expect(await decide("emp_head", refused)).toMatchObject({ place: 1 });
    clock.advance({ hours: 25 });
    expect(await decide("emp_regent", agreed)).toMatchObject({ state: "approved" });
  });

  test("who decided for the one below decides no second step", async () => {
    const { clock, decide, send } = world();
    await send();
    clock.advance({ hours: 25 });
    await decide("emp_chief", refused);
    await expect(decide("emp_chief", agreed)).rejects.toMatchObject({
      code: "request-decided-by-you",
    });
  });

  test("nobody decides the own one, also not in the own post", async () => {
    const { acting, decide, send, siti } = world();
    acting.set(siti.id, [section]);
    await send();
    await expect(decide(siti.id, refused)).rejects.toMatchObject({ code: "own-record" });
  });

  test("once its person works elsewhere nobody of the former agency decides or reads it", async () => {
    const { api, decide, requests, send, siti } = world();
    const { id } = await send();
    api.employees.find = async () => ({ ...siti, instansiId: "ins_lain", unitKerja: "Dinas B" });
    await expect(decide("emp_head", refused)).rejects.toMatchObject({ code: "request-moved" });
    expect((await requests.find(id))?.instansiId).toBe("ins_lain");
    for (const decision of [refused, { act: "reject", code: "other", reason: "Tidak" }] as const)
      await expect(decide("emp_head", decision)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a kind writes with each move what is its own", async () => {
    const { api, clock, decide, requests, send, siti, written } = world();
    const { id } = await send();
    await decide("emp_head", refused);
    const { version = 0 } = (await requests.find(id)) ?? {};
    await withdrawRequest(api, { id, version, person: siti });
    expect(written.map(({ after: { state } }) => state)).toEqual([
      "submitted",
      "submitted",
      "withdrawn",
    ]);
    written.length = 0;
    clock.advance({ hours: 1 });
    const again = await submitRequest(api, {
      ...{ key: "again", kind: "off", content: "2", files: [], person: siti },
    });
    await decide("emp_head", { act: "clarify", code: "other", reason: "Kapan?" });
    clock.advance({ hours: 49 });
    await passDeadlines(api);
    expect(written.map(({ after: { id: of, state } }) => [of, state])).toEqual([
      [again.id, "submitted"],
      [again.id, "clarifying"],
      [again.id, "expired"],
    ]);
  });
});

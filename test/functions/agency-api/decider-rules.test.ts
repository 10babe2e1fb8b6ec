/** Which posts decide for whom: rules of officers, and who decides for one person. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import type { DeciderRule } from "#shared/post/decider-rule.ts";
import { logger } from "#shared/runtime/logger.ts";
import { deciderRoutes } from "../../../functions/agency-api/decider-routes.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";
import { aRule, lineOfRule } from "../../support/decider-rule-table-contract.ts";
import { DeciderRulesInMemory } from "../../support/decider-rules-in-memory.ts";
import { aPost, lineOfPost } from "../../support/post-table-contract.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";
import { elsewhere, ofUnit, operator, penyetuju, petugas, setUp } from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const path = "officer/agency/decider-rules";
const reason = "SK 800/5";
const nothing = { superior: "", ppk: "", grants: [] };

async function world() {
  const { call: _, ...tables } = await setUp();
  const [posts, rules] = [new PostsInMemory(), new DeciderRulesInMemory()];
  const units = new UnitsInMemory();
  await units.write({
    ...{ instansiId: "ins_contoh", seen: 0, removed: [], freed: [] },
    ...(() => {
      const { instansiId, unitKerja: name } = ofUnit;
      const unit = { instansiId, id: "unt_umum", name, otherNames: [], revision: 1 } as const;
      return { saved: [unit], claimed: [{ unit, name }] };
    })(),
  });
  for (const post of [
    aPost({ id: "pst_below", title: "Arsiparis", above: "pst_own" }),
    aPost({ id: "pst_top", title: "Sekda", holder: penyetuju.id }),
    aPost({ id: "pst_own", title: "Kabag", holder: petugas.id, above: "pst_top" }),
    aPost({ id: "pst_kasubag", title: "Kasubag", holder: ofUnit.id, above: "pst_top" }),
  ])
    await posts.save(post, undefined, lineOfPost(post));
  const handler = apiHandler(deciderRoutes({ ...tables, posts, rules, units }), handlerOptions);
  const call = async (by: Employee, method: "GET" | "POST", at: string, body?: object) => {
    const [address = "", search] = at.split("?");
    const query = Object.fromEntries(new URLSearchParams(search));
    return callApi(handler, {
      ...{ method, path: `/api/${address}`, query, ...(body && { body }) },
      ...(await signIn(tables, by)),
    });
  };
  const enter = (target: unknown, details: object, revision = 0) =>
    call(petugas, "POST", path, {
      ...{ target, revision, reason, details: { ...nothing, ...details } },
    });
  /** As another officer has entered it. */
  const entered = (rule: DeciderRule) => rules.save(rule, lineOfRule(rule));
  return { ...tables, rules, call, enter, entered };
}

test("a petugas enters rules for the agency and a unit by its name; they say who decides for whom, and the history has them", async () => {
  const { call, enter, rules } = await world();
  const grants = [{ place: "home", kinds: ["tahunan"], post: "kasubag" }];
  expect(await enter("agency", { ppk: "SEKDA", superior: "Sekda" })).toMatchObject({
    status: 200,
    body: { target: "agency", ppk: { id: "pst_top", title: "Sekda" }, revision: 1 },
  });
  expect(await enter({ unit: "bagian umum" }, { superior: "Kasubag", grants })).toMatchObject({
    status: 200,
    body: { target: "unt_umum", name: "Bagian Umum", superior: { id: "pst_kasubag" } },
  });

  const { items } = (await call(penyetuju, "GET", path)).body;
  expect(items).toMatchObject([{ target: "agency" }, { target: "unt_umum" }]);
  const decides = async (person: Employee, leave: string) =>
    (
      await call(
        petugas,
        "GET",
        `officer/agency/deciders?person=${person.id}&leave=${leave}&place=home`,
      )
    ).body;
  const kasubag = { post: { id: "pst_kasubag", title: "Kasubag" }, name: expect.any(String) };
  const sekda = { post: { id: "pst_top", title: "Sekda" }, name: expect.any(String) };
  expect(await decides(operator, "tahunan")).toEqual({ superior: kasubag, authority: kasubag });
  expect(await decides(operator, "cltn")).toEqual({ superior: kasubag, authority: sekda });
  // The holder of the post.
  expect(await decides(ofUnit, "tahunan")).toEqual({ superior: sekda, authority: sekda });
  expect(await decides(penyetuju, "cltn")).toMatchObject({ authority: { finding: "own" } });
  expect(await decides(elsewhere, "cltn")).toMatchObject({ code: "not-found" });
  expect(rules.history).toMatchObject([
    { subjectId: "decider-rule#ins_contoh#agency", reason, actor: { id: petugas.id } },
    {
      subjectId: "decider-rule#ins_contoh#unt_umum",
      changes: [
        { field: "superior", to: "pst_kasubag" },
        { field: "grants", to: "pst_kasubag home tahunan" },
      ],
    },
  ]);
});

test("a rule is changed as it was seen, and emptied", async () => {
  const { call, enter } = await world();
  await enter("agency", { superior: "Sekda" });

  expect((await enter("agency", { superior: "Kasubag" })).body.code).toBe("rule-changed");
  expect((await enter("agency", { superior: "Sekda" }, 1)).body.problems).toEqual([
    expect.objectContaining({ code: "nothing-changed" }),
  ]);
  expect((await enter("agency", {}, 1)).status).toBe(200);
  expect((await call(petugas, "GET", path)).body.items).toEqual([]);
});

test("nobody enters a rule about themselves, nor one that gives a post of theirs a say", async () => {
  const { enter, call, rules } = await world();

  expect((await enter(petugas.id, { superior: "Sekda" })).body.code).toBe("own-record");
  for (const details of [
    { superior: "Kabag" },
    { ppk: "Kabag" },
    { grants: [{ place: "home", post: "Kabag" }] },
    // Vacant, and so the one above it decides.
    { superior: "Arsiparis" },
  ])
    expect((await enter("agency", details)).body.code).toBe("own-record");
  const body = { target: "agency", revision: 0, reason, details: nothing };
  expect((await call(penyetuju, "POST", path, body)).status).toBe(403);
  expect((await call(ofUnit, "POST", path, body)).status).toBe(404);
  expect(rules.history).toEqual([]);
});

test("a post of theirs that has a say already gets no other one: neither as PPK, nor for more leave, nor before another post", async () => {
  const { enter, entered } = await world();
  const home = { place: "home", post: "pst_top" } as const;
  const ownSick = { place: "home", kinds: ["sakit"], post: "pst_own" } as const;
  await entered(aRule({ target: "agency", superior: "pst_own", grants: [home, ownSick] }));
  const [kabag, all] = [{ superior: "Kabag" }, { place: "home", post: "Sekda" }];
  const sick = { ...ownSick, post: "Kabag" };

  for (const change of [
    { ppk: "Kabag", grants: [all, sick] },
    { grants: [sick, all] },
    { grants: [all, { ...sick, place: "abroad" }] },
    // What is delegated nowhere is the PPK's; here, of the one below.
    { grants: [all, sick], ppk: "Arsiparis" },
  ])
    expect((await enter("agency", { ...kabag, ...change }, 1)).body.code).toBe("own-record");
  expect((await enter("agency", { ...kabag, grants: [all, sick], ppk: "Sekda" }, 1)).status).toBe(
    200,
  );
});

test("nobody empties a rule where the one that counts then gives a post of theirs the say", async () => {
  const { enter, entered } = await world();
  await entered(aRule({ target: "agency", superior: "pst_own", ppk: "pst_top" }));
  await entered(aRule({ target: "unt_umum", superior: "pst_kasubag" }));
  await entered(aRule({ target: operator.id, superior: "pst_top" }));

  expect((await enter("unt_umum", {}, 1)).body.code).toBe("own-record");
  expect((await enter("unt_umum", { superior: "Sekda" }, 1)).status).toBe(200);
  // Of a unit whose rule says something else.
  expect((await enter(operator.id, {}, 1)).status).toBe(200);
});

test.each([
  [{ unit: "Tidak Ada" }, {}, "unit", "unit-unknown"],
  ["agency", { superior: "Camat" }, "superior", "post-unknown"],
  ["agency", { grants: [{ place: "home", post: " " }] }, "grants", "required"],
  ["unt_umum", { ppk: "Sekda" }, "ppk", "unknown-field"],
  [
    "agency",
    { grants: [{ place: "home", kinds: [], post: "Sekda" }] },
    "details.grants.0.kinds",
    "too-short",
  ],
])("%j with %j is refused by its field", async (target, details, field, code) => {
  const { enter } = await world();

  expect(await enter(target, details)).toMatchObject({
    status: 422,
    body: { problems: [{ field, code }] },
  });
});

test("a rule is for a unit or a person of the own agency", async () => {
  const { enter } = await world();

  for (const target of [elsewhere.id, "emp_nobody", "unt_nowhere"])
    expect((await enter(target, { superior: "Sekda" })).status).toBe(404);
  expect((await enter(operator.id, { superior: "Sekda" })).status).toBe(200);
});

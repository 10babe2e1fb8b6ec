import { expect, test } from "vitest";
import { checkDeciders } from "#shared/post/check-deciders.ts";
import type { DeciderRule, LeaveMatter } from "#shared/post/decider-rule.ts";
import { type AskedFor, decidersFor } from "#shared/post/deciders-for.ts";
import type { Post } from "#shared/post/post.ts";
import { aRule } from "../../support/decider-rule-table-contract.ts";
import { aPost } from "../../support/post-table-contract.ts";

const day = "2026-12-03";
const atHome: LeaveMatter = { leave: "tahunan", place: "home" };
const bupati = aPost({ id: "pst_ppk", holder: "emp_ppk" });
const sekda = aPost({ id: "pst_sekda", holder: "emp_sekda", above: "pst_ppk" });
const kadis = aPost({ id: "pst_kadis", holder: "emp_kadis", above: "pst_sekda" });
const kabid = aPost({ id: "pst_kabid", holder: "emp_kabid", above: "pst_kadis" });

const configured = (
  rules: readonly DeciderRule[],
  posts: readonly Post[] = [bupati, sekda, kadis, kabid],
) => ({
  rules: new Map(rules.map((rule) => [rule.target, rule])),
  posts: new Map(posts.map((post) => [post.id, post])),
  day,
});

function who(
  world: ReturnType<typeof configured>,
  asked: Partial<AskedFor> & { readonly matter?: LeaveMatter },
) {
  const all = { person: "emp_siti", units: ["unt_bidang", "unt_dinas"], matter: atHome } as const;
  const { superior, authority } = decidersFor(world, { ...all, ...asked });
  return [superior, authority].map((each) =>
    "finding" in each ? each.finding : [each.post.id, each.acting.form].filter(Boolean).join(" "),
  );
}

test("the rule of the person counts before that of the unit, of the unit above, and of the agency", () => {
  const agency = aRule({ target: "agency", superior: "pst_sekda", ppk: "pst_ppk" });
  const dinas = aRule({ target: "unt_dinas", superior: "pst_kadis" });
  const bidang = aRule({ target: "unt_bidang", superior: "pst_kabid" });
  const person = aRule({ target: "emp_siti", superior: "pst_ppk" });

  expect(who(configured([]), {})).toEqual(["missing", "missing"]);
  expect(who(configured([agency]), {})[0]).toBe("pst_sekda");
  expect(who(configured([agency, dinas]), {})[0]).toBe("pst_kadis");
  expect(who(configured([agency, dinas, bidang]), {})[0]).toBe("pst_kabid");
  expect(who(configured([agency, dinas, bidang, person]), {})[0]).toBe("pst_ppk");
  expect(who(configured([agency, dinas, person]), { person: "emp_ani" })[0]).toBe("pst_kadis");
});

test("leave is granted by whom the PPK delegated it to, by kind and place; what nobody was given, and CLTN, by the PPK", () => {
  const world = configured([
    aRule({ target: "agency", ppk: "pst_ppk", grants: [{ place: "home", post: "pst_sekda" }] }),
    aRule({
      target: "unt_dinas",
      grants: [{ place: "home", kinds: ["tahunan", "sakit"], post: "pst_kadis" }],
    }),
  ]);
  const grantor = (leave: LeaveMatter["leave"], place: LeaveMatter["place"] = "home") =>
    who(world, { matter: { leave, place } })[1];

  expect(grantor("sakit")).toBe("pst_kadis");
  expect(grantor("besar")).toBe("pst_sekda");
  expect(grantor("tahunan", "abroad")).toBe("pst_ppk");
  expect(grantor("cltn")).toBe("pst_ppk");
});

test("nobody decides on their own: for whoever a post names that day the one above does", () => {
  const world = configured([
    aRule({ target: "unt_bidang", superior: "pst_kabid" }),
    aRule({ target: "agency", ppk: "pst_ppk" }),
  ]);
  expect(who(world, { person: "emp_kabid" })[0]).toBe("pst_kadis");
  expect(who(world, { person: "emp_ppk", matter: { leave: "cltn", place: "home" } })[1]).toBe(
    "own",
  );
  // Neither the Plh. of who asks, nor who asks as Plh.
  const plh = { person: "emp_plh", form: "plh", from: day, until: day } as const;
  const away = configured(
    [aRule({ target: "unt_bidang", superior: "pst_kabid" })],
    [{ ...kabid, standIns: [plh] }, kadis],
  );
  expect(who(away, {})[0]).toBe("pst_kabid plh");
  for (const person of ["emp_kabid", "emp_plh"] as const)
    expect(who(away, { person })[0]).toBe("pst_kadis");
});

test("where nobody acts the post above decides, and a circle ends", () => {
  const rules = [aRule({ target: "unt_bidang", superior: "pst_kabid" })];
  const { holder: _, ...vacant } = kabid;
  const plt = { person: "emp_plt", form: "plt", from: day } as const;

  expect(who(configured(rules, [vacant, kadis]), {})[0]).toBe("pst_kadis");
  expect(who(configured(rules, [{ ...vacant, standIns: [plt] }, kadis]), {})[0]).toBe(
    "pst_kabid plt",
  );
  expect(who(configured(rules, [vacant]), {})[0]).toBe("vacant");
  expect(who(configured(rules, []), {})[0]).toBe("missing");
  const round = { ...vacant, above: "pst_kabid" } as const;
  expect(who(configured(rules, [round]), {})[0]).toBe("vacant");
});

test("the check tells whom the rules leave without a decider, a unit where the one above lacks nothing alike, and whose way leads to themselves", () => {
  const units = new Map(
    (
      [{ id: "unt_dinas" }, { id: "unt_bidang", parent: "unt_dinas" }, { id: "unt_lain" }] as const
    ).map((unit) => [
      unit.id,
      { ...unit, instansiId: "ins_contoh", name: unit.id, otherNames: [], revision: 1 },
    ]),
  );
  const people = new Map([["emp_ppk", "unt_lain"] as const, ["emp_kabid", "unt_bidang"] as const]);
  const check = (rules: readonly DeciderRule[], posts?: readonly Post[]) =>
    checkDeciders(configured(rules, posts), { units, people });
  const agency = aRule({ target: "agency", ppk: "pst_ppk", superior: "pst_ppk" });

  expect(check([])).toEqual([
    { of: "superior", finding: "missing" },
    { of: "authority", finding: "missing" },
  ]);
  expect(check([agency])).toEqual([
    { of: "superior", finding: "own", person: "emp_ppk" },
    { of: "authority", finding: "own", person: "emp_ppk" },
  ]);
  const { holder: _, above: __, ...vacant } = kadis;
  const dinas = aRule({ target: "unt_dinas", superior: "pst_kadis" });
  expect(check([agency, dinas], [bupati, vacant])).toMatchObject([
    { of: "superior", finding: "vacant", unit: "unt_dinas" },
    { of: "superior", finding: "own", person: "emp_ppk" },
    { of: "authority", finding: "own", person: "emp_ppk" },
  ]);
});

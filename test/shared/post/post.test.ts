import { expect, test } from "vitest";
import { checkPosts } from "#shared/post/check-posts.ts";
import {
  actingIn,
  isTitleKey,
  type Post,
  titleKeyOf,
  withoutLeavers,
  worksIn,
} from "#shared/post/post.ts";
import { anEmployee } from "../../support/builders.ts";
import { aPost } from "../../support/post-table-contract.ts";

const now = new Date("2026-12-03T03:00:00Z");
const day = "2026-12-03";
const plh = { person: "emp_plh", form: "plh", from: "2026-12-02", until: "2026-12-04" } as const;
const plt = { person: "emp_plt", form: "plt", from: "2026-12-02" } as const;

test("a holder acts, a Plh. acts in the holder's place on both days and those between, a Plt. where nobody holds the post", () => {
  const held = { holder: "emp_ani", standIns: [plh] } as const;
  const acting = (post: Pick<Post, "holder" | "standIns">, on: string) =>
    actingIn(post, on)?.person;

  expect(
    ["2026-12-01", "2026-12-02", "2026-12-04", "2026-12-05"].map((on) => acting(held, on)),
  ).toEqual(["emp_ani", "emp_plh", "emp_plh", "emp_ani"]);
  expect(acting({ standIns: [plt] }, "2026-12-01")).toBeUndefined();
  expect(actingIn({ standIns: [plt] }, "2027-12-01")).toEqual({ person: "emp_plt", form: "plt" });
  expect(acting({ holder: "emp_ani", standIns: [plt] }, day)).toBe("emp_ani");
});

test("a title of 180 characters always has a key that a table takes, whatever sign it is made of", () => {
  const longest = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).reduce(
    (most, sign) => Math.max(most, titleKeyOf(sign).length),
    0,
  );
  const title = Array(90).fill("㎯").join("-");

  expect(titleKeyOf("㎯")).toHaveLength(longest);
  expect([title, `${title}-`].map((each) => isTitleKey(titleKeyOf(each)))).toEqual([true, true]);
  expect(isTitleKey(titleKeyOf(Array(100).fill("㎯").join("-")))).toBe(false);
});

test("who works elsewhere, has ended, or was joined into another record acts in nothing", () => {
  const ani = anEmployee({ id: "emp_ani" });

  expect(worksIn(ani, "ins_contoh", now)).toBe(true);
  // A suspended card ends no employment.
  expect(worksIn({ ...ani, kedudukanHukum: "02" }, "ins_contoh", now)).toBe(true);
  expect(worksIn(undefined, "ins_contoh", now)).toBe(false);
  expect(worksIn(ani, "ins_lain", now)).toBe(false);
  expect(worksIn({ ...ani, joinedInto: "emp_x" }, "ins_contoh", now)).toBe(false);
  expect(worksIn({ ...ani, contractEnd: "2026-12-02" }, "ins_contoh", now)).toBe(false);
  const post = aPost({ holder: "emp_ani", standIns: [plh, plt] });
  const plhLeft = anEmployee({ id: "emp_plh", instansiId: "ins_lain" });
  const people = new Map([ani, plhLeft, anEmployee({ id: "emp_plt" })].map((p) => [p.id, p]));
  expect(withoutLeavers(post, people, now)).toEqual({ ...post, standIns: [plt] });
  people.delete("emp_ani");
  expect(withoutLeavers(post, people, now)).not.toHaveProperty("holder");
});

test("the check tells posts in which nobody acts, leavers, circles, and a post above that is gone", () => {
  const all = [
    aPost({ id: "pst_1", holder: "emp_ani", above: "pst_2" }),
    aPost({ id: "pst_2", holder: "emp_gone", above: "pst_3" }),
    aPost({ id: "pst_3", standIns: [plt], above: "pst_2" }),
    aPost({ id: "pst_4", holder: "emp_ani", above: "pst_5" }),
  ];
  const people = new Map((["emp_ani", "emp_plt"] as const).map((id) => [id, anEmployee({ id })]));
  const posts = new Map(all.map((each) => [each.id, each]));
  const found = checkPosts(posts, { people, day, now });

  expect(found.map(({ code, post }) => `${code} ${post.id}`)).toEqual([
    "vacant pst_2",
    "left pst_2",
    "circle pst_2",
    "circle pst_3",
    "above-missing pst_4",
  ]);
});

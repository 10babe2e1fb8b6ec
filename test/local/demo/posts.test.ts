import { expect, test } from "vitest";
import { actingIn, namedIn } from "#shared/post/post.ts";
import { demoPeople } from "../../../local/demo/people.ts";
import { seedPosts } from "../../../local/demo/posts.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";

test("the demo's first agency has a post for each unit, a Plh., a Plt., and one that is vacant; again adds none", async () => {
  const people = demoPeople().map((person, i) => ({ ...person, id: `emp_${i}` as const }));
  const [posts, clock] = [new PostsInMemory(), new FakeClock("2026-11-26T03:00:00Z")];
  await seedPosts({ posts, clock }, people);
  await seedPosts({ posts, clock }, people);
  const { items } = await posts.list("ins_contoh", { limit: 1000 });
  const forms = items.map((post) => {
    const acting = actingIn(post, "2026-11-26");
    return acting ? (acting.form ?? "holder") : "nobody";
  });

  expect(posts.history).toHaveLength(items.length);
  expect(items.length).toBeGreaterThan(8);
  expect(Map.groupBy(forms, (form) => form)).toEqual(
    new Map(
      ["holder", "plh", "plt", "nobody"].map((form) => [
        form,
        form === "holder" ? expect.any(Array) : [form],
      ]),
    ),
  );
  expect(items.filter(({ above }) => above === undefined)).toHaveLength(1);
  const named = items.flatMap(namedIn);
  expect(new Set(named).size).toBe(named.length);
});

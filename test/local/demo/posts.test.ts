import { expect, test } from "vitest";
import type { OrgUnit } from "#shared/agency/org-unit.ts";
import { actingIn, namedIn } from "#shared/post/post.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { demoPeople } from "../../../local/demo/people.ts";
import { seedPosts } from "../../../local/demo/posts.ts";
import { DeciderRulesInMemory } from "../../support/decider-rules-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";

const unitOf = async (instansiId: string, name: string): Promise<OrgUnit> => ({
  ...{ instansiId, id: digestId("unt", [name]), name, otherNames: [], revision: 1 },
});

test("the demo's first agency has a post for each unit, a Plh., a Plt., and one that is vacant; again adds none", async () => {
  const people = demoPeople().map((person, i) => ({ ...person, id: `emp_${i}` as const }));
  const [posts, clock] = [new PostsInMemory(), new FakeClock("2026-11-26T03:00:00Z")];
  const rules = new DeciderRulesInMemory();
  const world = { posts, clock, rules, units: { findByName: unitOf } };
  await seedPosts(world, people);
  await seedPosts(world, people);
  const { items } = await posts.list("ins_contoh", { limit: 1000 });
  const forms = items.map((post) => {
    const acting = actingIn(post, "2026-11-26");
    return acting ? (acting.form ?? "holder") : "nobody";
  });

  expect(posts.history).toHaveLength(items.length);
  // Of each unit, and of the agency.
  expect(rules.history).toHaveLength(items.length + 1);
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

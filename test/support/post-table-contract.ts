import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Post } from "#shared/post/post.ts";
import type { WritablePosts } from "#shared/post/posts.ts";

export function aPost(change: Partial<Post> = {}): Post {
  return {
    ...({ instansiId: "ins_contoh", id: "pst_1", title: "Kepala Bidang Mutasi" } as const),
    ...{ standIns: [], revision: 1, ...change },
  };
}

export function lineOfPost({ id, revision }: Post): AuditEntry {
  return {
    ...{ subjectId: `post#${id}`, revision, at: "2026-11-21T02:00:00.000Z" },
    ...({ actor: { role: "officer", id: "emp_budi" }, changes: [] } as const),
    action: revision === 1 ? "registered" : "changed",
  };
}

/** What every table of posts does, the fake and the real one. `make` gives an empty table each time. */
export function postTableContract(make: () => Promise<WritablePosts>): void {
  const add = (posts: WritablePosts, post: Post) => posts.save(post, undefined, lineOfPost(post));

  test("a post is found as it was saved: by its id, and by its title however that is spelt", async () => {
    const posts = await make();
    const until = "2026-12-05";
    const standIn = { person: "emp_siti", form: "plh", from: "2026-12-01", until } as const;
    const post = aPost({ holder: "emp_ani", standIns: [standIn], above: "pst_2" });
    await add(posts, post);

    expect(await posts.find("pst_1")).toEqual(post);
    expect(await posts.find("pst_2")).toBeUndefined();
    expect(await posts.findByTitle("ins_contoh", " kepala  BIDANG mutasi.")).toEqual(post);
    for (const [agency, title] of [
      ["ins_lain", post.title],
      ["ins_contoh", "Kepala Bidang"],
      ["ins_contoh", "."],
      ["ins_contoh", Array(100).fill("㎯").join("-")],
    ] as const)
      expect(await posts.findByTitle(agency, title)).toBeUndefined();
    expect([...(await posts.findAll(["pst_1", "pst_2"])).values()]).toEqual([post]);
  });

  test("an agency's posts are listed by their titles, page by page", async () => {
    const posts = await make();
    const [c, a, b] = ["C", "A", "B"].map((title, i) => aPost({ id: `pst_${i}`, title }));
    for (const each of [c, a, b]) if (each) await add(posts, each);
    await add(posts, aPost({ id: "pst_x", instansiId: "ins_lain" }));
    const first = await posts.list("ins_contoh", { limit: 2 });
    const rest = await posts.list("ins_contoh", { limit: 2, from: first.next });

    expect([first.items, rest.items]).toEqual([[a, b], [c]]);
    expect(rest.next).toBeUndefined();
    for (const from of ["", "é".repeat(600), "b".repeat(1100)])
      await expect(posts.list("ins_contoh", { limit: 2, from })).rejects.toMatchObject({
        status: 422,
      });
  });

  test("a title is given once in an agency, and free again when its post is called otherwise", async () => {
    const posts = await make();
    const [one, other] = [aPost(), aPost({ id: "pst_2", title: "Camat" })];
    await add(posts, one);
    await add(posts, other);
    const taken = { ...other, title: "KEPALA BIDANG MUTASI", revision: 2 };
    const save = (post: Post, before: Post) => posts.save(post, before, lineOfPost(post));

    await expect(save(taken, other)).rejects.toMatchObject({ code: "post-title-taken" });
    const renamed = { ...one, title: "Kepala Bidang Karier", revision: 2 };
    await save(renamed, one);
    await save(taken, other);
    expect(await posts.findByTitle("ins_contoh", "Kepala Bidang Mutasi")).toEqual(taken);
    expect(await posts.findByTitle("ins_contoh", "Camat")).toBeUndefined();
    // Another spelling of its own.
    const spelt = { ...renamed, title: "KEPALA bidang karier", revision: 3 };
    await save(spelt, renamed);
    expect((await posts.list("ins_contoh", { limit: 9 })).items).toEqual([spelt, taken]);
  });

  test("a change is of the revision that was seen, and of two at once one is saved", async () => {
    const posts = await make();
    const one = aPost();
    await add(posts, one);
    const changed = { code: "post-changed" };
    await expect(add(posts, { ...one, title: "Lain" })).rejects.toMatchObject(changed);
    const nexts = ["emp_a", "emp_b"] as const;
    const ends = await Promise.allSettled(
      nexts.map((holder) => {
        const next = { ...one, holder, revision: 2 };
        return posts.save(next, one, lineOfPost(next));
      }),
    );

    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("it tells in which posts somebody acts on a day", async () => {
    const posts = await make();
    const from = "2026-12-01";
    const plh = { person: "emp_siti", form: "plh", from, until: "2026-12-05" } as const;
    const held = aPost({ holder: "emp_ani", standIns: [plh] });
    const plt = { person: "emp_siti", form: "plt", from } as const;
    const vacant = aPost({ id: "pst_2", title: "Camat", standIns: [plt] });
    await add(posts, held);
    await add(posts, vacant);
    const acts = async (person: `emp_${string}`, day: string) =>
      (await posts.actedBy(person, day)).map(({ id }) => id).sort();

    expect(await acts("emp_ani", "2026-11-30")).toEqual(["pst_1"]);
    expect(await acts("emp_ani", "2026-12-01")).toEqual([]);
    expect(await acts("emp_siti", "2026-12-05")).toEqual(["pst_1", "pst_2"]);
    expect(await acts("emp_siti", "2026-12-06")).toEqual(["pst_2"]);
    const next = { ...held, standIns: [], holder: "emp_budi", revision: 2 } as const;
    await posts.save(next, held, lineOfPost(next));
    expect(await acts("emp_siti", "2026-12-05")).toEqual(["pst_2"]);
    expect(await acts("emp_ani", "2026-12-06")).toEqual([]);
    expect(await acts("emp_budi", "2026-12-06")).toEqual(["pst_1"]);
  });

  test("a transaction holds to the post that was read", async () => {
    const posts = await make();
    const [one, other] = [aPost(), aPost({ id: "pst_2", title: "Camat" })];
    await add(posts, one);
    await posts.save(other, undefined, lineOfPost(other), posts.unchanged(one));
    const next = { ...one, holder: "emp_ani", revision: 2 } as const;
    await posts.save(next, one, lineOfPost(next));
    const later = { ...other, revision: 2 };

    await expect(
      posts.save(later, other, lineOfPost(later), posts.unchanged(one)),
    ).rejects.toMatchObject({ code: "decision-raced" });
    expect(await posts.find("pst_2")).toEqual(other);
  });
}

/** No single officer gets to decide: what posts above lead to one is found before they change something (decision 0101). */
import type { Officer } from "#shared/access/scope.ts";
import { Forbidden } from "#shared/runtime/errors.ts";
import { mostAbove, namesStill, type Post, type PostId } from "./post.ts";
import type { Posts } from "./posts.ts";

/** These posts, and all above them, the nearest first (strongly consistent). */
export async function withPostsAbove(
  { posts }: { readonly posts: Pick<Posts, "findAll"> },
  first: readonly PostId[],
): Promise<Map<PostId, Post>> {
  const found = new Map<PostId, Post>();
  let wanted = [...new Set(first)];
  for (let steps = 0; wanted.length > 0 && steps <= mostAbove; steps++) {
    for (const [id, post] of await posts.findAll(wanted)) found.set(id, post);
    const above = [...found.values()].flatMap((each) => each.above ?? []);
    wanted = [...new Set(above)].filter((id) => !found.has(id));
  }
  return found;
}

/** @throws Forbidden `own-record` when one of these posts names the officer, today or later */
export function refuseNamed(by: Officer, posts: readonly Post[], now: Date): void {
  if (posts.some((each) => namesStill(each, by.employeeId, now))) throw new Forbidden("own-record");
}

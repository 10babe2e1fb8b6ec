/** What is wrong with an agency's posts today: where nobody decides, or nobody would. Pure. */

import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { actingIn, mostAbove, namedIn, type Post, type PostId, withoutLeavers } from "./post.ts";

export const postFindingCodes = ["vacant", "left", "circle", "above-missing"] as const;

export interface PostFinding {
  /**
   * `vacant`: nobody acts in it; `left`: it names somebody who works in the agency no more; `circle`: the posts above lead back to it;
   * `above-missing`: the one above is not there.
   */
  readonly code: (typeof postFindingCodes)[number];
  readonly post: Post;
}

/** In the order of the posts. A post may have several. */
export function checkPosts(
  posts: ReadonlyMap<PostId, Post>,
  {
    people,
    day,
    now,
  }: {
    readonly people: ReadonlyMap<EmployeeId, Employee>;
    readonly day: string;
    readonly now: Date;
  },
): PostFinding[] {
  return [...posts.values()].flatMap((post) => {
    const present = withoutLeavers(post, people, now);
    const codes: PostFinding["code"][] = [
      ...(actingIn(present, day) ? [] : (["vacant"] as const)),
      ...(namedIn(present).length < namedIn(post).length ? (["left"] as const) : []),
      ...(isInCircle(posts, post) ? (["circle"] as const) : []),
      ...(post.above && !posts.has(post.above) ? (["above-missing"] as const) : []),
    ];
    return codes.map((code) => ({ code, post }));
  });
}

function isInCircle(posts: ReadonlyMap<PostId, Post>, { id, above }: Post): boolean {
  let next = above;
  for (let steps = 0; next !== undefined && steps <= mostAbove; steps++) {
    if (next === id) return true;
    next = posts.get(next)?.above;
  }
  return false;
}

/** In which posts somebody acts now: asked of the post and of the record at each reading (decision 0101). */
import { dayOf, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { actingIn, type Post, type PostId, worksIn } from "./post.ts";
import type { Posts } from "./posts.ts";

interface ActsIn {
  readonly posts: Pick<Posts, "findAll" | "unchanged">;
  readonly employees: Pick<Employees, "find">;
  readonly clock: Clock;
}

/** Those of these posts, and the conditions that hold a transaction to them. */
export async function actsIn(
  { posts, employees, clock }: ActsIn,
  id: EmployeeId,
  wanted: readonly PostId[],
): Promise<{ readonly posts: readonly PostId[]; readonly unchanged: readonly JoinedWrite[] }> {
  const [found, person] = await Promise.all([posts.findAll(wanted), employees.find(id)]);
  const acting = person ? [...found.values()].filter(isActing(person, clock.now())) : [];
  return {
    posts: acting.map((post) => post.id),
    unchanged: acting.map((post) => posts.unchanged(post)),
  };
}

/** All of them; one that has named the person a moment ago can be missing. */
export async function postsActedBy(
  { posts, clock }: { readonly posts: Pick<Posts, "actedBy">; readonly clock: Clock },
  person: Employee,
): Promise<readonly Post[]> {
  const now = clock.now();
  const found = await posts.actedBy(person.id, dayOf(person, now));
  return found.filter(isActing(person, now));
}

function isActing(person: Employee, now: Date): (post: Post) => boolean {
  const day = dayOf(person, now);
  return (post) =>
    worksIn(person, post.instansiId, now) && actingIn(post, day)?.person === person.id;
}

/** The posts of an agency as officers read them: with names, and who acts today. */
import * as z from "zod";
import type { Officer } from "#shared/access/scope.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { cursorIn, cursorText } from "#shared/runtime/cursor.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import {
  actingIn,
  namedIn,
  namesStill,
  type Post,
  type PostId,
  withoutLeavers,
  worksIn,
} from "./post.ts";
import type { NamedPerson, PostAnswer, PostListAnswer } from "./post-answers.ts";
import type { Posts } from "./posts.ts";

export interface TellPosts {
  readonly posts: Pick<Posts, "findAll" | "list">;
  readonly employees: Pick<Employees, "findAll">;
  readonly agencies: Pick<Agencies, "find">;
  readonly clock: Clock;
}

/** Posts of one page: each has a line with its people. */
const pageSize = 50;

/** A page of the own agency's posts. @throws NotFound for who reaches only units of it; InvalidInput on `cursor` */
export async function listPosts(
  api: TellPosts,
  by: Officer,
  from: string | undefined,
): Promise<Omit<PostListAnswer, "readOnly">> {
  const instansiId = wholeAgencyOf(by);
  const { items, next } = await api.posts.list(instansiId, {
    limit: pageSize,
    from: from === undefined ? undefined : cursorIn(place, from)[0],
  });
  const zone = await zoneFor(api, instansiId);
  return {
    items: await tellPosts(api, items, { by, zone }),
    ...(next !== undefined && { cursor: cursorText([next]) }),
    zone,
  };
}

const place = z.tuple([z.string().min(1)]);

/** A post with its names. */
export async function tellPost(api: TellPosts, post: Post, by: Officer): Promise<PostAnswer> {
  const [told] = await tellPosts(api, [post], { by, zone: await zoneFor(api, post.instansiId) });
  if (!told) throw new Error("A post was not told.");
  return told;
}

export async function zoneFor({ agencies }: Pick<TellPosts, "agencies">, instansiId: string) {
  return zoneOf(await agencies.find(instansiId));
}

async function tellPosts(
  { posts, employees, clock }: TellPosts,
  items: readonly Post[],
  { by, zone }: { readonly by: Officer; readonly zone: PostListAnswer["zone"] },
): Promise<PostAnswer[]> {
  const [above, people] = await Promise.all([
    posts.findAll(items.flatMap((each) => each.above ?? [])),
    employees.findAll(items.flatMap(namedIn)),
  ]);
  const now = clock.now();
  return items.map((post) => told(post, { above, people, by, now, day: dayIn(zone, now) }));
}

function told(
  post: Post,
  {
    above,
    people,
    by,
    now,
    day,
  }: {
    readonly above: ReadonlyMap<PostId, Post>;
    readonly people: ReadonlyMap<EmployeeId, Employee>;
    readonly by: Officer;
    readonly now: Date;
    readonly day: string;
  },
): PostAnswer {
  const { id, title, revision, holder, standIns } = post;
  const named = (person: EmployeeId) =>
    namedPerson(person, people.get(person), post.instansiId, now);
  const acting = actingIn(withoutLeavers(post, people, now), day);
  const higher = post.above && above.get(post.above);
  return {
    ...{ id, title, revision },
    ...(holder !== undefined && { holder: named(holder) }),
    ...(acting && {
      acting: { ...named(acting.person), ...(acting.form && { form: acting.form }) },
    }),
    standIns: standIns.map(({ person, ...rest }) => ({ person: named(person), ...rest })),
    ...(higher && { above: { id: higher.id, title: higher.title } }),
    ...(namesStill(post, by.employeeId, now) && { isOwn: true as const }),
  };
}

function namedPerson(
  id: EmployeeId,
  record: Employee | undefined,
  instansiId: string,
  now: Date,
): NamedPerson {
  return {
    id,
    // The name of somebody in another agency is none of this one's business.
    ...(record?.instansiId === instansiId && { name: fullName(record) }),
    ...(!worksIn(record, instansiId, now) && { hasLeft: true as const }),
  };
}

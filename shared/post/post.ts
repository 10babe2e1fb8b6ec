/**
 * The posts that decide, and who acts in them on a day (decision 0101). A post is what decides, not a person: whoever acts in it on that day
 * does. Who is above whom is entered by officers, never read off the tree of units.
 */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { isKeyTooLong, keyOf } from "#shared/agency/org-unit.ts";
import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";

export type PostId = Id<"pst">;
/** As it comes from outside. */
export const postId: z.ZodType<PostId, string> = z.templateLiteral(["pst_", idRest]);

/** Plh.: the holder is absent for a time. Plt.: nobody holds the post (PermenPANRB 16/2020). */
export const standInForms = ["plh", "plt"] as const;

const standIn = z.object({
  person: personId,
  form: z.enum(standInForms),
  /** Days of the agency's zone, "2026-12-01"; both count. */
  from: z.string(),
  /** Only of a Plt.: until somebody holds the post. */
  until: z.string().exactOptional(),
});
export type StandIn = Readonly<z.infer<typeof standIn>>;

export const post = z.object({
  instansiId: z.string(),
  id: postId,
  /** «Kepala Bidang Mutasi», no other post of the agency is called so. */
  title: z.string(),
  holder: personId.exactOptional(),
  /** No two on one day. */
  standIns: z.array(standIn).readonly(),
  /** It decides where nobody acts in this one, and for whoever does. */
  above: postId.exactOptional(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type Post = Readonly<z.infer<typeof post>>;

/** Who decides in a post on a day, and as what: its holder without a form. */
export interface Acting {
  readonly person: EmployeeId;
  readonly form?: StandIn["form"];
}

/** Posts above one another; more would be a mistake, and no walk up may be endless. */
export const mostAbove = 20;

/** Stand-ins of one post that are not over. */
export const mostStandIns = 12;

/** What two titles of one post have in common: no case, accents, dots or double blanks. */
export const titleKeyOf = keyOf;

/** Whether a table can have it as a key of a title. */
export function isTitleKey(key: string): boolean {
  return key !== "" && titleKeyOf(key) === key && !isKeyTooLong(key);
}

/**
 * Who acts in a post on a day. While there is a Plh. the holder does not: the letter of that day says that somebody else decides. A Plt. acts
 * where nobody holds the post, so the first day of a holder ends it.
 */
export function actingIn(
  { holder, standIns }: Pick<Post, "holder" | "standIns">,
  day: string,
): Acting | undefined {
  const standing = standIns.filter((each) => isOn(each, day));
  const acting = standing.find(({ form }) => form === "plh" || holder === undefined);
  if (acting) return { person: acting.person, form: acting.form };
  return holder === undefined ? undefined : { person: holder };
}

function isOn({ from, until }: Pick<StandIn, "from" | "until">, day: string): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** Whether its days are past. */
export function isOver({ until }: Pick<StandIn, "until">, day: string): boolean {
  return until !== undefined && until < day;
}

/** Whether some day has both. */
export function meet(one: StandIn, other: StandIn): boolean {
  const ends = (until: string | undefined, from: string) => until === undefined || until >= from;
  return ends(one.until, other.from) && ends(other.until, one.from);
}

/** Everybody whom a post names, also on days that are past. */
export function namedIn({ holder, standIns }: Pick<Post, "holder" | "standIns">): EmployeeId[] {
  const named = [...(holder === undefined ? [] : [holder]), ...standIns.map((each) => each.person)];
  return [...new Set(named)];
}

/** Whether a post names somebody now or later; days are past where they are so in the west, in which each begins last. */
export function namesStill(
  { holder, standIns }: Pick<Post, "holder" | "standIns">,
  person: EmployeeId,
  now: Date,
): boolean {
  const day = jakartaDay(now);
  return holder === person || standIns.some((each) => each.person === person && !isOver(each, day));
}

/** Whether a post names somebody on a day: its holder, also while a Plh. acts, or who stands in then. */
export function isNamedOn(
  { holder, standIns }: Pick<Post, "holder" | "standIns">,
  person: EmployeeId,
  day: string,
): boolean {
  return holder === person || standIns.some((each) => each.person === person && isOn(each, day));
}

/** Whether somebody works in the agency: who has left, or whose employment has ended, acts in nothing of it. */
export function worksIn(person: Employee | undefined, instansiId: string, now: Date): boolean {
  return (
    person?.instansiId === instansiId &&
    person.joinedInto === undefined &&
    cardStatus(person, now) !== "ended"
  );
}

/** A post with only those of whom it names who work in its agency now. */
export function withoutLeavers(
  { holder, standIns, ...post }: Post,
  people: ReadonlyMap<EmployeeId, Employee>,
  now: Date,
): Post {
  const isThere = (id: EmployeeId) => worksIn(people.get(id), post.instansiId, now);
  return {
    ...post,
    ...(holder !== undefined && isThere(holder) && { holder }),
    standIns: standIns.filter(({ person }) => isThere(person)),
  };
}

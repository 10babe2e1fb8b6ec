/** Who stands in for a holder, or where nobody holds a post. */
import type { Officer } from "#shared/access/scope.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { type FieldProblem, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { type ChangePost, requireColleague, savePost, seenPost } from "./change-post.ts";
import { withPostsAbove } from "./own-say.ts";
import { isOver, meet, mostStandIns, type Post, type PostId, type StandIn } from "./post.ts";
import type { Posts } from "./posts.ts";

export interface ChangeStandIns extends ChangePost {
  readonly posts: ChangePost["posts"] & Pick<Posts, "findAll">;
  readonly agencies: Pick<Agencies, "find">;
}

interface Said {
  readonly by: Officer;
  readonly id: PostId;
  /** Of the post, as it was seen. */
  readonly revision: number;
  readonly person: EmployeeId;
  readonly from: string;
  readonly reason: string;
}

/**
 * Lets somebody stand in: as Plh. where the post has a holder, else as Plt. Those whose days are past go; the history has them.
 * @throws InvalidInput on `person`, `from`, `until`, `reason`; NotFound; Forbidden `own-record`; Conflict `post-changed`
 */
export async function addStandIn(
  api: ChangeStandIns,
  { until, ...said }: Said & { readonly until?: string },
): Promise<Post> {
  const { person, from } = said;
  const before = await seenPost(api, said);
  const today = dayIn(zoneOf(await api.agencies.find(before.instansiId)), api.clock.now());
  const form = before.holder === undefined ? "plt" : "plh";
  const problem = problemOfDays({ form, from, until }, today);
  if (problem) throw new InvalidInput(problem);
  await requireColleague(api, before, { field: "person", person });
  if (person === before.holder)
    throw new InvalidInput({ field: "person", code: "post-own-holder" });
  const added: StandIn = { person, form, from, ...(until !== undefined && { until }) };
  const standing = before.standIns.filter((each) => !isOver(each, today));
  if (standing.length >= mostStandIns || standing.some((each) => meet(each, added)))
    throw new InvalidInput({ field: "from", code: "stand-ins-meet" });
  const standIns = [...standing, added].sort((a, b) => a.from.localeCompare(b.from));
  return await saveStandIns(api, { ...said, before, standIns });
}

/**
 * Ends what a stand-in has ahead: from now on the post is as if that had not been entered.
 * @throws as addStandIn; NotFound when nobody stands in so
 */
export async function endStandIn(api: ChangeStandIns, said: Said): Promise<Post> {
  const before = await seenPost(api, said);
  const standIns = before.standIns.filter(
    ({ person, from }) => person !== said.person || from !== said.from,
  );
  if (standIns.length === before.standIns.length) throw new NotFound("Nobody stands in so.");
  return await saveStandIns(api, { ...said, before, standIns });
}

async function saveStandIns(
  api: ChangeStandIns,
  { before, standIns, ...said }: Said & Pick<Post, "standIns"> & { readonly before: Post },
): Promise<Post> {
  const next = { ...before, standIns, revision: before.revision + 1 };
  const above = await withPostsAbove(api, before.above ? [before.above] : []);
  const chain = [...above.values()].filter(({ id }) => id !== next.id);
  return await savePost(api, { ...said, before, next, chain });
}

function problemOfDays(
  { form, from, until }: { form: StandIn["form"]; from: string; until: string | undefined },
  today: string,
): FieldProblem | undefined {
  if (!isDay(from)) return { field: "from", code: "day-malformed" };
  const far = tooFar("from", from, today);
  if (far) return far;
  if (until === undefined) return form === "plh" ? { field: "until", code: "required" } : undefined;
  if (!isDay(until)) return { field: "until", code: "day-malformed" };
  if (until < today) return { field: "until", code: "day-passed" };
  return until < from
    ? { field: "until", code: "day-too-early", params: { min: turnedDay(from) } }
    : tooFar("until", until, today);
}

/** Longer ago or later than five years is a slip of the hand. */
const mostDays = 5 * 365;

function tooFar(field: string, day: string, today: string): FieldProblem | undefined {
  const [min, max] = [daysAfter(today, -mostDays), daysAfter(today, mostDays)];
  if (day < min) return { field, code: "day-too-early", params: { min: turnedDay(min) } };
  return day > max ? { field, code: "day-too-late", params: { max: turnedDay(max) } } : undefined;
}

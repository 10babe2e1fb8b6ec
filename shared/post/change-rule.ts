/** How officers enter which post decides for whom (decision 0101). */
import { keptReason, keptWords } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { orgUnitId } from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { employeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import type { DeciderRule, LeaveGrant, RuleTarget } from "./decider-rule.ts";
import type { WritableDeciderRules } from "./decider-rules.ts";
import { namedIn, type Post, worksIn } from "./post.ts";
import { ruleEntry } from "./post-entry.ts";
import type { Posts } from "./posts.ts";

export interface ChangeRule {
  readonly posts: Pick<Posts, "findByTitle" | "unchanged">;
  readonly rules: Pick<WritableDeciderRules, "of" | "save">;
  readonly units: Pick<OrgUnits, "find">;
  readonly employees: Pick<Employees, "find">;
  readonly clock: Clock;
}

/** Posts are named by their titles, however they are spelt. Empty: none. */
export interface RuleDetails {
  readonly superior: string;
  readonly grants: readonly (Omit<LeaveGrant, "post"> & { readonly post: string })[];
  /** Of the agency alone. */
  readonly ppk: string;
}

/**
 * Enters the rule of a unit, a person or the agency; with nothing in it, none counts there any more.
 * @param change.revision of the rule, as it was seen; 0 of none
 * @throws NotFound; InvalidInput on `superior`, `grants`, `ppk`, `reason`; Forbidden `own-record` for whom it is about, or whom one of its new
 * posts names; Conflict `rule-changed`
 */
export async function changeRule(
  api: ChangeRule,
  change: {
    readonly by: Officer;
    readonly target: RuleTarget;
    readonly revision: number;
    readonly details: RuleDetails;
    readonly reason: string;
  },
): Promise<DeciderRule> {
  const { by, target, revision, details } = change;
  const instansiId = wholeAgencyOf(by);
  if (target === by.employeeId) throw new Forbidden("own-record");
  await requireTarget(api, instansiId, target);
  const before = (await api.rules.of(instansiId, [target])).get(target);
  if ((before?.revision ?? 0) !== revision) throw new Conflict("rule-changed");
  const posts = new Map<string, Post>();
  const named = async (field: string, title: string) => {
    const post = await postOf(api, instansiId, { field, title });
    if (post) posts.set(post.id, post);
    return post?.id;
  };
  const superior = await named("superior", details.superior);
  const ppk = target === "agency" ? await named("ppk", details.ppk) : undefined;
  const grants: LeaveGrant[] = [];
  for (const { post: title, ...grant } of details.grants) {
    const post = await named("grants", title);
    if (!post) throw new InvalidInput({ field: "grants", code: "required" });
    grants.push({ ...grant, post });
  }
  const next = {
    ...{ instansiId, target, grants, revision: revision + 1 },
    ...(superior && { superior }),
    ...(ppk && { ppk }),
  };
  refuseOwn(by, before, [...posts.values()]);
  return await save(api, change, { before, next, posts: [...posts.values()] });
}

/** The post with this title; none of an empty one. @throws InvalidInput on the field */
async function postOf(
  { posts }: Pick<ChangeRule, "posts">,
  instansiId: string,
  { field, title }: { readonly field: string; readonly title: string },
): Promise<Post | undefined> {
  const typed = keptWords(field, title);
  if (typed === "") return undefined;
  const post = await posts.findByTitle(instansiId, typed);
  if (!post) throw new InvalidInput({ field, code: "post-unknown" });
  return post;
}

/** Nobody gives a post that names them a say over others. @throws Forbidden `own-record` */
function refuseOwn(by: Officer, before: DeciderRule | undefined, posts: readonly Post[]): void {
  const known = [before?.superior, before?.ppk, ...(before?.grants.map(({ post }) => post) ?? [])];
  const added = posts.filter(({ id }) => !known.includes(id));
  if (added.flatMap(namedIn).includes(by.employeeId)) throw new Forbidden("own-record");
}

async function save(
  { posts, rules, clock }: ChangeRule,
  { by, reason }: { readonly by: Officer; readonly reason: string },
  saved: {
    readonly before: DeciderRule | undefined;
    readonly next: DeciderRule;
    readonly posts: readonly Post[];
  },
): Promise<DeciderRule> {
  const entry = ruleEntry(saved, { by, reason: keptReason(reason), at: clock.now() });
  if (entry.changes.length === 0)
    throw new InvalidInput({ field: "superior", code: "nothing-changed" });
  try {
    await rules.save(saved.next, entry, ...saved.posts.map((each) => posts.unchanged(each)));
  } catch (error) {
    const isRaced = error instanceof Conflict && error.code === "decision-raced";
    throw isRaced ? new Conflict("rule-changed") : error;
  }
  return saved.next;
}

/** The unit with this name, however it is spelt. @throws InvalidInput on `unit` */
export async function unitTarget(
  { units }: { readonly units: Pick<OrgUnits, "findByName"> },
  instansiId: string,
  name: string,
): Promise<RuleTarget> {
  const unit = await units.findByName(instansiId, name);
  if (!unit) throw new InvalidInput({ field: "unit", code: "unit-unknown" });
  return unit.id;
}

/** @throws NotFound when the agency has no such unit or person */
async function requireTarget(
  { units, employees, clock }: ChangeRule,
  instansiId: string,
  target: RuleTarget,
): Promise<void> {
  if (target === "agency") return;
  const [unit, person] = [orgUnitId.safeParse(target), employeeId.safeParse(target)];
  const isThere = unit.success
    ? await units.find(instansiId, unit.data)
    : person.success && worksIn(await employees.find(person.data), instansiId, clock.now());
  if (!isThere) throw new NotFound("No such unit or person.");
}

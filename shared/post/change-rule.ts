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
import { authorityOf, superiorOf } from "./deciders-for.ts";
import { matters } from "./leave-kinds.ts";
import { refuseNamed, withPostsAbove } from "./own-say.ts";
import { type Post, type PostId, worksIn } from "./post.ts";
import { ruleEntry } from "./post-entry.ts";
import type { Posts } from "./posts.ts";
import { pathFrom, pathOf } from "./read-deciders.ts";

/** Posts to which a rule holds its transaction, the nearest first: DynamoDB takes a hundred actions. */
const mostHeld = 90;

export interface ChangeRule {
  readonly posts: Pick<Posts, "findAll" | "findByTitle" | "unchanged">;
  readonly rules: Pick<WritableDeciderRules, "of" | "save">;
  readonly units: Pick<OrgUnits, "find" | "findByName">;
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
 * @throws NotFound; InvalidInput on `superior`, `grants`, `ppk`, `reason`; Forbidden `own-record` for whom it is about, or who would get a say
 * by it (`saidAnew`); Conflict `rule-changed`
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
  const lessSpecial = await lessSpecialThan(api, instansiId, target);
  const rules = await api.rules.of(instansiId, [target, ...lessSpecial]);
  const before = rules.get(target);
  if ((before?.revision ?? 0) !== revision) throw new Conflict("rule-changed");
  const { said, posts } = await saidIn(api, { instansiId, target }, details);
  const next = { instansiId, target, revision: revision + 1, ...said };
  const others = lessSpecial.flatMap((each) => rules.get(each) ?? []);
  const gained = await withPostsAbove(api, saidAnew({ before, next, others }));
  refuseNamed(by, [...gained.values()], api.clock.now());
  // The older reading of a post: one that was changed between both fails the transaction.
  const held = new Map([...gained, ...posts]);
  return await save(api, change, { before, next, posts: [...held.values()].slice(0, mostHeld) });
}

/** What a rule is to say, and the posts that it names. @throws InvalidInput */
async function saidIn(
  api: ChangeRule,
  { instansiId, target }: Pick<DeciderRule, "instansiId" | "target">,
  details: RuleDetails,
) {
  const posts = new Map<PostId, Post>();
  const named = async (field: string, title: string) => {
    const post = await postOf(api, instansiId, { field, title });
    if (post) posts.set(post.id, post);
    return post?.id;
  };
  const superior = await named("superior", details.superior);
  const ppk = await named("ppk", details.ppk);
  if (ppk && target !== "agency") throw new InvalidInput({ field: "ppk", code: "unknown-field" });
  const grants: LeaveGrant[] = [];
  for (const { post: title, ...grant } of details.grants) {
    const post = await named("grants", title);
    if (!post) throw new InvalidInput({ field: "grants", code: "required" });
    grants.push({ ...grant, post });
  }
  const said = { grants, ...(superior && { superior }), ...(ppk && { ppk }) };
  return { said, posts };
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

/**
 * The posts that decide something for whom they did not before, whatever of the rule says so: its superior, a kind or a place of leave, the order of
 * its delegations, or what it leaves to a less special rule.
 */
function saidAnew({
  before,
  next,
  others,
}: {
  readonly before: DeciderRule | undefined;
  readonly next: DeciderRule;
  readonly others: readonly DeciderRule[];
}): PostId[] {
  const [was, is] = [before ? [before, ...others] : others, [next, ...others]];
  const deciding = [
    [superiorOf(was), superiorOf(is)],
    ...matters.map((matter) => [authorityOf(was, matter), authorityOf(is, matter)]),
  ];
  return deciding.flatMap(([old, post]) => (post === undefined || post === old ? [] : [post]));
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

/** For whom the rules are that count where this one says nothing, the most special first. @throws NotFound when the agency has no such unit or person */
async function lessSpecialThan(
  api: ChangeRule,
  instansiId: string,
  target: RuleTarget,
): Promise<RuleTarget[]> {
  if (target === "agency") return [];
  const unitId = orgUnitId.safeParse(target);
  const unit = unitId.success ? await api.units.find(instansiId, unitId.data) : undefined;
  if (unit) return [...(await pathFrom(api, unit)).slice(1), "agency"];
  const id = employeeId.safeParse(target);
  const person = id.success ? await api.employees.find(id.data) : undefined;
  if (!person || !worksIn(person, instansiId, api.clock.now()))
    throw new NotFound("No such unit or person.");
  return [...(await pathOf(api, person)), "agency"];
}

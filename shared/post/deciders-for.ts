/** Who decides for a person today: the direct superior, and who may grant leave. Pure. */
import type { OrgUnitId } from "#shared/agency/org-unit.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { DeciderRule, LeaveMatter, RuleTarget } from "./decider-rule.ts";
import { type Acting, actingIn, isNamedOn, mostAbove, type Post, type PostId } from "./post.ts";

/**
 * Why nobody decides: `missing`, no rule says so, or its post is not there; `vacant`, nobody acts in the post or one above; `own`, it leads to the
 * person alone.
 */
export const deciderFindings = ["missing", "vacant", "own"] as const;
export type DeciderFinding = (typeof deciderFindings)[number];

export type Decider =
  | { readonly post: Post; readonly acting: Acting }
  | { readonly finding: DeciderFinding };

export interface Deciders {
  /** Atasan langsung. */
  readonly superior: Decider;
  /** Who may grant the leave. */
  readonly authority: Decider;
}

export interface Configured {
  readonly rules: ReadonlyMap<RuleTarget, DeciderRule>;
  /** Without leavers (`withoutLeavers`). */
  readonly posts: ReadonlyMap<PostId, Post>;
  readonly day: string;
}

export interface AskedFor {
  /** Absent: for anybody of the unit. */
  readonly person?: EmployeeId;
  /** The own unit first, then those above it. */
  readonly units: readonly OrgUnitId[];
  readonly matter: LeaveMatter;
}

export function decidersFor(configured: Configured, asked: AskedFor): Deciders {
  const { person, units, matter } = asked;
  const targets: RuleTarget[] = [...(person === undefined ? [] : [person]), ...units, "agency"];
  const rules = targets.flatMap((target) => configured.rules.get(target) ?? []);
  return {
    superior: walkUp(configured, superiorOf(rules), person),
    authority: walkUp(configured, authorityOf(rules, matter), person),
  };
}

/** @param rules the most special first */
export function superiorOf(rules: readonly DeciderRule[]): PostId | undefined {
  return rules.find((rule) => rule.superior !== undefined)?.superior;
}

/** @param rules the most special first */
export function authorityOf(
  rules: readonly DeciderRule[],
  { leave, place }: LeaveMatter,
): PostId | undefined {
  const ppk = rules.find(({ target }) => target === "agency")?.ppk;
  if (leave === "cltn") return ppk;
  const given = rules
    .flatMap(({ grants }) => grants)
    .find((grant) => grant.place === place && (grant.kinds?.includes(leave) ?? true));
  return given?.post ?? ppk;
}

/** The post itself, or the next one above in which somebody else acts. */
function walkUp(
  { posts, day }: Configured,
  first: PostId | undefined,
  person: EmployeeId | undefined,
): Decider {
  let finding: DeciderFinding = "missing";
  let post = first && posts.get(first);
  for (let steps = 0; post && steps <= mostAbove; steps++) {
    const acting = actingIn(post, day);
    // Whom the post names today has no say in it for themselves: nor has the Plh. of somebody who asks.
    const isOwn = person !== undefined && isNamedOn(post, person, day);
    if (acting && !isOwn) return { post, acting };
    if (isOwn) finding = "own";
    else if (finding === "missing") finding = "vacant";
    post = post.above && posts.get(post.above);
  }
  return { finding };
}

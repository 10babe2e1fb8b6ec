/** How officers enter posts, who holds them and who stands in (decision 0101). */
import { keptReason, keptWords } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { isKeyTooLong } from "#shared/agency/org-unit.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { refuseNamed } from "./own-say.ts";
import { mostAbove, type Post, type PostId, titleKeyOf, worksIn } from "./post.ts";
import { postEntry } from "./post-entry.ts";
import type { WritablePosts } from "./posts.ts";

export interface ChangePost {
  readonly posts: Pick<WritablePosts, "find" | "findByTitle" | "save" | "unchanged">;
  readonly employees: Pick<Employees, "find">;
  readonly clock: Clock;
}

/** What is entered of a post. */
export interface PostDetails {
  readonly title: string;
  readonly holder?: EmployeeId;
  /** The title of the post above, however it is spelt. */
  readonly above?: string;
}

interface Said {
  readonly by: Officer;
  readonly reason: string;
}

/**
 * Adds a post to the own agency.
 * @throws InvalidInput on `title`, `holder`, `above`, `reason`; NotFound for who reaches only units of it; Forbidden `own-record`;
 * Conflict `post-title-taken`; `post-changed` when one above was changed meanwhile
 */
export async function addPost(
  api: ChangePost,
  { by, reason, details }: Said & { readonly details: PostDetails },
): Promise<Post> {
  const base = { instansiId: wholeAgencyOf(by), id: newId("pst"), standIns: [], revision: 1 };
  const { next, chain } = await checked(api, base, details);
  return await savePost(api, { by, reason, next, chain });
}

/**
 * Changes a post. Another holder, or none, ends all who stand in.
 * @param change.revision of the post, as it was seen
 * @throws as addPost; Conflict `post-changed`; InvalidInput on `title`: `nothing-changed`
 */
export async function changePost(
  api: ChangePost,
  change: Said & {
    readonly id: PostId;
    readonly revision: number;
    readonly details: PostDetails;
  },
): Promise<Post> {
  const before = await seenPost(api, change);
  const { instansiId, id, revision, holder } = before;
  const standIns = holder === change.details.holder ? before.standIns : [];
  const base = { instansiId, id, standIns, revision: revision + 1 };
  const { next, chain } = await checked(api, base, change.details);
  return await savePost(api, { ...change, before, next, chain });
}

/**
 * The post of the own agency that somebody changes.
 * @throws NotFound, Conflict `post-changed`
 */
export async function seenPost(
  { posts }: Pick<ChangePost, "posts">,
  { by, id, revision }: { readonly by: Officer; readonly id: PostId; readonly revision: number },
): Promise<Post> {
  const instansiId = wholeAgencyOf(by);
  const found = await posts.find(id);
  if (found?.instansiId !== instansiId) throw new NotFound("No such post.");
  if (found.revision !== revision) throw new Conflict("post-changed");
  return found;
}

/**
 * Saves a post with its line of history.
 * @param change.chain the posts above, which must be as they were read: so no two changes at one moment make a circle
 * @throws Forbidden `own-record` for whom the post names, or named, or one above it does: who frees a post, or puts somebody into it, gives the one
 * above a say; InvalidInput on `title`: `nothing-changed`, on `reason`
 */
export async function savePost(
  { posts, clock }: Pick<ChangePost, "posts" | "clock">,
  {
    by,
    reason,
    before,
    next,
    chain,
  }: Said & { readonly before?: Post; readonly next: Post; readonly chain: readonly Post[] },
): Promise<Post> {
  const now = clock.now();
  refuseNamed(by, [next, ...(before ? [before] : []), ...chain], now);
  const entry = postEntry({ before, next }, { by, reason: keptReason(reason), at: now });
  if (entry.changes.length === 0)
    throw new InvalidInput({ field: "title", code: "nothing-changed" });
  try {
    await posts.save(next, before, entry, ...chain.map((each) => posts.unchanged(each)));
  } catch (error) {
    const isRaced = error instanceof Conflict && error.code === "decision-raced";
    throw isRaced ? new Conflict("post-changed") : error;
  }
  return next;
}

/** Characters of a title whose key is never too long: ㎯ alone makes five letters («rad∕s²»), and one after a hyphen stands in the key twice. */
const surelyFits = 180;

async function checked(
  api: ChangePost,
  base: Omit<Post, "title">,
  { holder, ...details }: PostDetails,
): Promise<{ readonly next: Post; readonly chain: readonly Post[] }> {
  const title = keptWords("title", details.title);
  const key = titleKeyOf(title);
  if (key === "") throw new InvalidInput({ field: "title", code: "required" });
  if (isKeyTooLong(key))
    throw new InvalidInput({ field: "title", code: "too-long", params: { max: surelyFits } });
  if (holder !== undefined) await requireColleague(api, base, { field: "holder", person: holder });
  const chain = await chainAbove(api, base, details.above);
  const [above] = chain;
  const next = {
    ...{ ...base, title },
    ...(holder !== undefined && { holder }),
    ...(above && { above: above.id }),
  };
  return { next, chain };
}

/** @throws InvalidInput on the field, of who does not work in the agency */
export async function requireColleague(
  { employees, clock }: Pick<ChangePost, "employees" | "clock">,
  { instansiId }: Pick<Post, "instansiId">,
  { field, person }: { readonly field: string; readonly person: EmployeeId },
): Promise<void> {
  if (!worksIn(await employees.find(person), instansiId, clock.now()))
    throw new InvalidInput({ field, code: "unknown-choice" });
}

/** The posts above, the nearest first. @throws InvalidInput on `above` */
async function chainAbove(
  { posts }: ChangePost,
  { instansiId, id }: Pick<Post, "instansiId" | "id">,
  title = "",
): Promise<Post[]> {
  const typed = keptWords("above", title);
  if (typed === "") return [];
  const chain: Post[] = [];
  let next = await posts.findByTitle(instansiId, typed);
  if (!next) throw new InvalidInput({ field: "above", code: "post-unknown" });
  while (next) {
    if (next.id === id) throw new InvalidInput({ field: "above", code: "post-circle" });
    if (chain.push(next) > mostAbove)
      throw new InvalidInput({ field: "above", code: "post-circle" });
    next = next.above && (await posts.find(next.above));
  }
  return chain;
}

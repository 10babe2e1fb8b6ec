import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Post, PostId } from "./post.ts";

/** A part of an agency's posts, in the order of their titles. */
export interface PostPage {
  readonly items: readonly Post[];
  /** Where the next part begins; undefined after the last one. */
  readonly next: string | undefined;
}

/** The posts that decide, of all agencies. */
export interface Posts {
  /** Strongly consistent. */
  find(id: PostId): Promise<Post | undefined>;
  /** Strongly consistent; those that are not there or cannot be read are left out. */
  findAll(ids: readonly PostId[]): Promise<ReadonlyMap<PostId, Post>>;
  /** By its title, however it is spelt (strongly consistent). */
  findByTitle(instansiId: string, title: string): Promise<Post | undefined>;
  /** Strongly consistent. @throws InvalidInput when `from` is not the `next` of a page */
  list(
    instansiId: string,
    query: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<PostPage>;
  /**
   * The posts in which somebody acts on a day, as `actingIn` says it. Whether that person still works in the agency is asked of the record. A
   * post that has named the person a moment ago can be missing.
   */
  actedBy(person: EmployeeId, day: string): Promise<readonly Post[]>;
  /** Holds a transaction to a post that was read: it fails as `decision-raced` when somebody has changed it since. */
  unchanged(post: Post): JoinedWrite;
}

export interface WritablePosts extends Posts {
  /**
   * A post, its line of history and what belongs to the same change in one transaction.
   * @param post the next revision of what was found; 1 of a new one
   * @param before what was found
   * @throws Conflict `post-title-taken`; `post-changed` when somebody else was faster, or what the others say
   */
  save(
    post: Post,
    before: Post | undefined,
    entry: AuditEntry,
    ...others: readonly JoinedWrite[]
  ): Promise<void>;
}

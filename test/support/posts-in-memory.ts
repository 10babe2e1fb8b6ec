import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { actingIn, isTitleKey, type Post, type PostId, titleKeyOf } from "#shared/post/post.ts";
import type { PostPage, WritablePosts } from "#shared/post/posts.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The posts without DynamoDB; runs the same contract test (post-table-contract.ts). */
export class PostsInMemory implements WritablePosts {
  readonly history: AuditEntry[];
  readonly #posts = new Map<PostId, Post>();

  constructor(history: AuditEntry[] = []) {
    this.history = history;
  }

  async find(id: PostId): Promise<Post | undefined> {
    return this.#posts.get(id);
  }

  async findAll(ids: readonly PostId[]): Promise<ReadonlyMap<PostId, Post>> {
    return new Map([...this.#posts].filter(([id]) => ids.includes(id)));
  }

  async findByTitle(instansiId: string, title: string): Promise<Post | undefined> {
    const key = titleKeyOf(title);
    return this.#of(instansiId).find((each) => titleKeyOf(each.title) === key);
  }

  async list(
    instansiId: string,
    { limit, from }: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<PostPage> {
    if (from !== undefined && !isTitleKey(from))
      throw new InvalidInput({ field: "cursor", code: "malformed" });
    const rest = this.#of(instansiId).filter(
      ({ title }) => from === undefined || titleKeyOf(title) > from,
    );
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return { items, next: last && rest.length > limit ? titleKeyOf(last.title) : undefined };
  }

  async actedBy(person: EmployeeId, day: string): Promise<readonly Post[]> {
    return [...this.#posts.values()].filter((each) => actingIn(each, day)?.person === person);
  }

  unchanged({ id, revision }: Post): JoinedWrite {
    return stepInMemory("decision-raced", {
      holds: () => this.#posts.get(id)?.revision === revision,
      write: () => {},
    });
  }

  async save(
    saved: Post,
    _before: Post | undefined,
    entry: AuditEntry,
    ...others: readonly JoinedWrite[]
  ): Promise<void> {
    const put = stepInMemory("post-changed", {
      holds: () => (this.#posts.get(saved.id)?.revision ?? 0) === saved.revision - 1,
      write: () => {
        this.#posts.set(saved.id, saved);
        this.history.push(entry);
      },
    });
    const key = titleKeyOf(saved.title);
    const title = stepInMemory("post-title-taken", {
      holds: () =>
        this.#of(saved.instansiId).every(
          (each) => each.id === saved.id || titleKeyOf(each.title) !== key,
        ),
      write: () => {},
    });
    writeInMemory([put, ...others, title]);
  }

  #of(instansiId: string): Post[] {
    return [...this.#posts.values()]
      .filter((each) => each.instansiId === instansiId)
      .sort((a, b) => (titleKeyOf(a.title) < titleKeyOf(b.title) ? -1 : 1));
  }
}

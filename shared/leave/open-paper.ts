/** Whoever decides a leave by a post opens its papers (decision 0117). */
import type { Employee } from "#shared/employee/employee.ts";
import type { EvidenceName, KeptEvidence } from "#shared/evidence/evidence.ts";
import { isGranted } from "#shared/evidence/evidence-proof.ts";
import { findNoted, type OpenEvidence } from "#shared/evidence/open-evidence.ts";
import { postsActedBy } from "#shared/post/acts-in.ts";
import type { Posts } from "#shared/post/posts.ts";
import { NotFound } from "#shared/runtime/errors.ts";

interface AskedByPost extends EvidenceName {
  readonly reader: Employee;
  readonly grant: string;
}

/**
 * A file of what waits for a post: the grant is the post's, and that the reader acts in it now is asked at each opening.
 * @throws NotFound; Forbidden `own-record`
 */
export async function findForPost(
  api: OpenEvidence & { readonly posts: Pick<Posts, "actedBy"> },
  { reader, grant, ...name }: AskedByPost,
): Promise<KeptEvidence> {
  const acted = await postsActedBy(api, reader);
  const now = api.clock.now();
  const lets = acted.map(async ({ id }) => {
    const by = { employeeId: reader.id, instansiId: id };
    return await isGranted(api.hmacKey, { ...name, by, grant }, now);
  });
  if (!(await Promise.all(lets)).includes(true)) throw new NotFound("no such file");
  return await findNoted(api, name, { employeeId: reader.id });
}

/** What the history says of a change of a post: whom it names by their ids, never by name or number. */
import type { Officer } from "#shared/access/scope.ts";
import type { AuditEntry, FieldChange } from "#shared/audit/audit-entry.ts";
import type { Post } from "./post.ts";

/** The line of a post's own history. */
export function postEntry(
  { before, next }: { readonly before: Post | undefined; readonly next: Post },
  { by, reason, at }: { readonly by: Officer; readonly reason: string; readonly at: Date },
): AuditEntry {
  return {
    subjectId: `post#${next.id}`,
    revision: next.revision,
    at: at.toISOString(),
    actor: { role: "officer", id: by.employeeId },
    action: before ? "changed" : "registered",
    reason,
    changes: changesBetween(before ? fieldsOf(before) : {}, fieldsOf(next)),
  };
}

type Fields = Readonly<Record<string, string | undefined>>;

function fieldsOf({ title, holder, above, standIns }: Post): Fields {
  const standing = standIns.map(({ form, person, from, until = "" }) =>
    [form, person, from, until].join(" ").trim(),
  );
  return { title, holder, above, standIns: standing.join("; ") || undefined };
}

function changesBetween(before: Fields, after: Fields): FieldChange[] {
  return Object.keys({ ...before, ...after }).flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    if (from === to) return [];
    return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

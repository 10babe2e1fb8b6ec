/** What the history says of a change of a post, or of whom it decides for: whom it names by their ids, never by name or number. */
import type { Officer } from "#shared/access/scope.ts";
import type { AuditEntry, FieldChange } from "#shared/audit/audit-entry.ts";
import type { DeciderRule } from "./decider-rule.ts";
import type { Post } from "./post.ts";

/** The line of a post's own history. */
export function postEntry(
  { before, next }: { readonly before: Post | undefined; readonly next: Post },
  { by, reason, at }: Said,
): AuditEntry {
  const changes = changesBetween(before ? fieldsOf(before) : {}, fieldsOf(next));
  return { ...lineOf(next, { by, reason, at }), subjectId: `post#${next.id}`, changes };
}

/** The line of the history of a rule: of a unit, a person or an agency. */
export function ruleEntry(
  { before, next }: { readonly before: DeciderRule | undefined; readonly next: DeciderRule },
  said: Said,
): AuditEntry {
  const changes = changesBetween(before ? fieldsOfRule(before) : {}, fieldsOfRule(next));
  const subjectId = `decider-rule#${next.instansiId}#${next.target}`;
  return { ...lineOf(next, said), subjectId, changes };
}

interface Said {
  readonly by: Officer;
  readonly reason: string;
  readonly at: Date;
}

function lineOf({ revision }: { readonly revision: number }, { by, reason, at }: Said) {
  return {
    ...{ revision, at: at.toISOString(), reason },
    actor: { role: "officer", id: by.employeeId },
    action: revision === 1 ? "registered" : "changed",
  } as const;
}

type Fields = Readonly<Record<string, string | undefined>>;

function fieldsOf({ title, holder, above, standIns }: Post): Fields {
  const standing = standIns.map(({ form, person, from, until = "" }) =>
    [form, person, from, until].join(" ").trim(),
  );
  return { title, holder, above, standIns: standing.join("; ") || undefined };
}

function fieldsOfRule({ superior, ppk, grants }: DeciderRule): Fields {
  const given = grants.map(({ place, post, kinds = ["*"] }) =>
    [post, place, kinds.join(",")].join(" "),
  );
  return { superior, ppk, grants: given.join("; ") || undefined };
}

function changesBetween(before: Fields, after: Fields): FieldChange[] {
  return Object.keys({ ...before, ...after }).flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    if (from === to) return [];
    return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

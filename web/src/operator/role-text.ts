/** Roles in the words of the page. */
import type { RoleHolderAnswer } from "#shared/access/approval-answers.ts";
import { dayText } from "../clock-text.ts";
import { roles as text } from "../messages/roles.ts";

export type Span = RoleHolderAnswer["roles"][number];

/** «Petugas, hanya unit «Dinas Kesehatan», sampai 31 Desember 2027». @param instansiId where the person works */
export function roleText(span: Span, instansiId: string): string {
  const { role, unitKerja, until } = span;
  const parts = [
    text.roles[role],
    unitKerja ? text.oneUnit(unitKerja) : role === "operator" ? text.wholeSystem : text.wholeAgency,
    until && text.through(dayText(until)),
    span.instansiId !== instansiId && text.elsewhere,
  ];
  return parts.filter(Boolean).join(", ");
}

/** What becomes of a role. */
export interface RoleDifference {
  readonly change: "given" | "taken" | "kept";
  readonly span: Span;
}

/** What is given and taken first, then what stays. */
export function roleDifferences(
  before: readonly Span[],
  after: readonly Span[],
): readonly RoleDifference[] {
  const among = (list: readonly Span[]) => new Set(list.map(keyOf));
  const [old, wanted] = [among(before), among(after)];
  const given = after.filter((span) => !old.has(keyOf(span)));
  const taken = before.filter((span) => !wanted.has(keyOf(span)));
  const kept = before.filter((span) => wanted.has(keyOf(span)));
  return [
    ...given.map((span) => ({ change: "given", span }) as const),
    ...taken.map((span) => ({ change: "taken", span }) as const),
    ...kept.map((span) => ({ change: "kept", span }) as const),
  ];
}

function keyOf({ role, instansiId, unitKerja, until }: Span): string {
  return JSON.stringify([role, instansiId, unitKerja ?? null, until ?? null]);
}

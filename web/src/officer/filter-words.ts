import { kindName } from "#shared/employee/kind-name.ts";
import type { ListFilter } from "#shared/employee/tag-names.ts";
import type { ExportFilter } from "#shared/export/export.ts";
import { qualityNames } from "../messages/quality-names.ts";
import { search as text } from "../messages/search.ts";

/** What each of `listFilters` is called. */
export const tagNames: Readonly<Record<ListFilter, string>> = { ...text.tags, ...qualityNames };

interface Chosen {
  readonly unit?: string | undefined;
  readonly kind?: string | undefined;
  readonly tag?: ListFilter | "" | undefined;
}

/** What people are filtered by beside name and status, in words. */
export function filterWords({ unit, kind, tag }: Chosen): readonly (readonly [string, string])[] {
  const words = [
    ["unit", unit],
    ["kind", kind && kindName(kind)],
    ["tag", tag && tagNames[tag]],
  ] as const;
  return words.flatMap(([filter, word]) => (word ? [[filter, word] as const] : []));
}

/** Of an export, in one line: "Dinas Kesehatan · PPPK · Tanpa foto"; empty without such filters. */
export function filterLine({ unit, employeeKind: kind, tag }: Partial<ExportFilter>): string {
  return filterWords({ unit, kind, tag })
    .map(([, word]) => word)
    .join(" · ");
}

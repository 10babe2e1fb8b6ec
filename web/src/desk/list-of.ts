import type { ListFilter } from "#shared/employee/tag-names.ts";

/** Where the list of people who have a tag is (officer/list-place.ts). */
export function listOf(tag: ListFilter): string {
  return `/petugas?keadaan=${tag}`;
}

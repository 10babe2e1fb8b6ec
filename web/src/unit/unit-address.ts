import { href } from "../language.ts";

/** Where a unit, or a step of it, stands; without an id the root. A unit's id says nothing of anybody. */
export function unitHref({ id, step }: { readonly id?: string; readonly step?: string }): string {
  const query = new URLSearchParams({ ...(id && { id }), ...(step && { langkah: step }) });
  return href(query.size > 0 ? `/petugas/unit?${query}` : "/petugas/unit");
}

import type { Employee } from "./employee.ts";

/** @returns the instant until when checks show the whole NIP; undefined while it is masked */
export function nipOpenUntil(
  { nipOpenUntil: until }: Pick<Employee, "nipOpenUntil">,
  now: Date,
): string | undefined {
  return until !== undefined && now.toISOString() < until ? until : undefined;
}

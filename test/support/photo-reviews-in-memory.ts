import type { Employee } from "#shared/employee/employee.ts";
import { savedStatus } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { waitsFrom } from "#shared/employee/photo-review.ts";
import type { Awaiting, AwaitingQuery, PhotoReviews } from "#shared/photo/photo-reviews.ts";

/** The queue of photos as it stands in the records; runs the same contract test as the index (photo-reviews-contract.ts). */
export class PhotoReviewsOf implements PhotoReviews {
  readonly #employees: Pick<WritableEmployees, "inAgency">;

  constructor(employees: Pick<WritableEmployees, "inAgency">) {
    this.#employees = employees;
  }

  async awaiting(
    instansiId: string,
    { now, limit, after }: AwaitingQuery,
  ): Promise<readonly Awaiting[]> {
    const lines: Awaiting[] = [];
    for await (const employee of this.#employees.inAgency(instansiId))
      lines.push(...lineOf(employee, now));
    const isBehind = (one: Awaiting, other: Awaiting) =>
      one.from > other.from || (one.from === other.from && one.id > other.id);
    const sorted = lines.toSorted((one, other) => (isBehind(one, other) ? 1 : -1));
    return sorted.filter((line) => !after || isBehind(line, after)).slice(0, limit);
  }
}

function lineOf(employee: Employee, now: Date): Awaiting[] {
  const from = savedStatus(employee) === "ended" ? undefined : waitsFrom(employee);
  return from !== undefined && from <= now.toISOString() ? [{ id: employee.id, from }] : [];
}

import { type Approval, type ApprovalId, personOf } from "#shared/access/approval.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PhotoRequests } from "#shared/photo/photo-requests.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory } from "./steps-in-memory.ts";

/** The newest requests about photos without DynamoDB; runs the same contract test (photo-requests-contract.ts). */
export class PhotoRequestsInMemory implements PhotoRequests {
  readonly #newest = new Map<EmployeeId, ApprovalId>();

  async newest(id: EmployeeId): Promise<ApprovalId | undefined> {
    return this.#newest.get(id);
  }

  noting(asked: Approval, seen: ApprovalId | undefined): JoinedWrite {
    const id = personOf(asked);
    return stepInMemory("change-asked", {
      holds: () => this.#newest.get(id) === seen,
      write: () => this.#newest.set(id, asked.id),
    });
  }

  unchanged(id: EmployeeId, seen: ApprovalId | undefined): JoinedWrite {
    return stepInMemory("record-changed", {
      holds: () => this.#newest.get(id) === seen,
      write: () => undefined,
    });
  }
}

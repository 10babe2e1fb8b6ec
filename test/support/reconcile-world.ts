import type { BulkId } from "#shared/bulk/bulk.ts";
import { type Reconcile, reconcile } from "#shared/card/reconcile.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { OpenChange } from "#shared/employee/open-change.ts";
import type { ValidationRequest } from "#shared/photo/upload.ts";
import { anEntry } from "./audit-table-contract.ts";
import { BulksInMemory } from "./bulks-in-memory.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { PhotoObjectsInMemory } from "./photo-objects-in-memory.ts";
import { PhotosInMemory } from "./photos-in-memory.ts";
import { SignaturesInMemory } from "./signatures-in-memory.ts";

/** What the reconciler looks at, in memory. Nobody takes the messages unless a test does. */
export class ReconcileWorld implements Reconcile {
  readonly clock: FakeClock;
  readonly employees = new EmployeesInMemory();
  readonly changes = this.employees.changes;
  readonly signatures = new SignaturesInMemory();
  readonly outcomes = new PhotosInMemory();
  readonly uploads: PhotoObjectsInMemory;
  readonly redraws: EmployeeId[] = [];
  readonly requests: ValidationRequest[] = [];
  readonly givenUp: OpenChange[] = [];
  readonly photoQueue = queue(this.requests);
  readonly redrawQueue = queue(this.redraws);
  readonly bulks = new BulksInMemory();
  readonly steps: BulkId[] = [];
  readonly bulkSteps = { send: async (id: BulkId) => void this.steps.push(id) };
  readonly onGivenUp = (change: OpenChange) => void this.givenUp.push(change);
  readonly random = () => 0;

  constructor(at: string) {
    this.clock = new FakeClock(at);
    this.uploads = new PhotoObjectsInMemory(this.clock);
  }

  /** Records whose change is open. */
  async open(...employees: Employee[]): Promise<void> {
    for (const each of employees)
      await this.employees.add(each, anEntry({ subjectId: each.id, revision: 1 }));
  }

  async upload(photoId: `pho_${string}`, employeeId: EmployeeId = "emp_siti"): Promise<void> {
    const requestedAt = this.clock.now().toISOString();
    await this.outcomes.expect({ id: photoId, employeeId, requestedAt });
    this.uploads.put(`incoming/${employeeId}/${photoId}`, Buffer.from("a PNG"));
  }

  run() {
    return reconcile(this);
  }
}

function queue<T>(messages: T[]) {
  return {
    sendAll: async (more: readonly T[]) => void messages.push(...more),
    depth: async () => messages.length,
  };
}

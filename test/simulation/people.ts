import { changeEmployee, changeStatus } from "#shared/employee/change-employee.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { ExpectedError } from "#shared/runtime/errors.ts";
import { aNip, anEmployee } from "../support/builders.ts";
import { ignoreCrash } from "./delivery.ts";
import type { Step } from "./history.ts";
import { type Pipeline, poisoned } from "./pipeline.ts";
import { Crash, type World } from "./world.ts";

const officer = { employeeId: "emp_officer", instansiId: "ins_contoh" } as const;
const golongan = ["III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"];

/** Officers and holders at their browsers: each wish is sent again until it is answered, as a person would. */
export class People {
  readonly #world: World;
  readonly #pipeline: Pipeline;
  readonly #broken: string[] = [];
  #uploads = 0;
  #requests = 0;

  constructor(world: World, pipeline: Pipeline) {
    this.#world = world;
    this.#pipeline = pipeline;
    for (const who of [1, 2, 3]) this.#register(`emp_${who}`, `Name ${who}`, who);
    this.#register(poisoned, "Poison", 4);
  }

  #register(id: EmployeeId, name: string, order: number): void {
    const photoId: PhotoId = `pho_first${order}`;
    const nip = aNip(`19850212201001200${order}`);
    const employee = anEmployee({
      id,
      name,
      nip,
      photoId,
      gelarBelakang: undefined,
      cardChangedAt: this.#now,
    });
    this.#world.records.set(id, employee);
    this.#world.objects.set(`photos/${id}/${photoId}`, `photo ${photoId}`);
    this.#world.history.push({
      subjectId: id,
      revision: 1,
      at: this.#now,
      actor: { role: "import" },
      action: "registered",
      changes: [],
    });
    if (id !== poisoned) this.#world.stream.push({ id, image: employee });
  }

  get #now(): string {
    return this.#world.clock.now().toISOString();
  }

  async act({ act, who, value }: Step): Promise<void> {
    const id: EmployeeId = `emp_${who}`;
    const actions: Record<Step["act"], () => Promise<void> | void> = {
      change: () => this.#change(id, golongan[value - 1] ?? "III/a"),
      suspend: () => this.#setStatus(id, "04"),
      restore: () => this.#setStatus(id, "01"),
      upload: () => this.#upload(id, value),
      confirm: () => this.#confirm(id),
      poison: () => this.#change(poisoned, golongan[value - 1] ?? "III/a"),
    };
    await actions[act]();
  }

  async #change(id: EmployeeId, to: string): Promise<void> {
    const request = this.#request(id);
    if (request)
      await this.#insist(() =>
        changeEmployee(this.#api, { ...request, changes: { golongan: to } }),
      );
  }

  async #setStatus(id: EmployeeId, kedudukanHukum: string): Promise<void> {
    const request = this.#request(id);
    if (request) await this.#insist(() => changeStatus(this.#api, { ...request, kedudukanHukum }));
  }

  get #api() {
    return { employees: this.#pipeline.employees, clock: this.#world.clock };
  }

  #request(id: EmployeeId) {
    const seen = this.#world.records.get(id);
    return (
      seen && {
        id,
        revision: seen.revision,
        requestId: `r${++this.#requests}`,
        reason: "SK",
        by: officer,
      }
    );
  }

  /** A wish that was carried out must be answered as such, however often it had to be sent. */
  async #insist(send: () => Promise<Employee>): Promise<void> {
    const requestId = `r${this.#requests}`;
    for (let attempt = 1; attempt <= 5; attempt++) {
      try {
        await send();
        return;
      } catch (error) {
        if (error instanceof ExpectedError && this.#world.requests.has(requestId)) {
          this.#broken.push(`ACKNOWLEDGEMENT a saved request was answered ${error.code}`);
        }
        if (error instanceof ExpectedError) return;
        ignoreCrash(error);
      }
    }
  }

  #upload(employeeId: EmployeeId, value: number): void {
    const photoId: PhotoId = `pho_${++this.#uploads}`;
    const content = value % 4 === 0 ? `bad ${photoId}` : `photo ${photoId}`;
    this.#world.uploads.set(photoId, {
      id: photoId,
      employeeId,
      state: "awaiting-upload",
      rules: [],
      requestedAt: this.#now,
    });
    this.#world.objects.set(`incoming/${employeeId}/${photoId}`, content);
    const copies = this.#world.strikes(0.3, "duplicate-object-event") ? 2 : 1;
    for (let i = 0; i < copies; i++) this.#world.photoQueue.push({ employeeId, photoId });
  }

  async #confirm(employeeId: EmployeeId): Promise<void> {
    const accepted = [...this.#world.uploads.values()].filter(
      (u) => u.employeeId === employeeId && u.state === "accepted",
    );
    const photoId = accepted.at(-1)?.id;
    const { employees, photos, bucket } = this.#pipeline;
    for (let attempt = 1; photoId && attempt <= 5; attempt++) {
      try {
        await confirmPhoto(
          { employees, photos, bucket, clock: this.#world.clock },
          { employeeId, photoId },
        );
        const isTold = this.#world.history.some(
          ({ subjectId, changes }) =>
            subjectId === employeeId && changes.some(({ to }) => to === photoId),
        );
        if (!isTold)
          this.#broken.push(`CONFIRMATION ${photoId} was acknowledged and is in no history`);
        return;
      } catch (error) {
        if (error instanceof ExpectedError) return;
        if (!(error instanceof Crash)) throw error;
      }
    }
  }

  checkPromises(): void {
    const [broken] = this.#broken;
    if (broken) throw new Error(broken);
  }
}

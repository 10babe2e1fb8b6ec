/** One simulated history: people act, events arrive in any order, things crash; then what must hold is checked. */
import fc, { type Scheduler } from "fast-check";
import { changeEmployee, changeStatus } from "#shared/employee/change-employee.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { ExpectedError } from "#shared/runtime/errors.ts";
import { aNip, anEmployee } from "../support/builders.ts";
import { Delivery, ignoreCrash } from "./delivery.ts";
import { cardOf, type Pipeline, poisoned } from "./pipeline.ts";
import { Crash, World } from "./world.ts";

export type MakePipeline = (world: World) => Pipeline;

export interface Step {
  readonly act: "change" | "suspend" | "restore" | "upload" | "confirm" | "poison";
  readonly who: number;
  readonly value: number;
  /** How many scheduling points pass before the next act. */
  readonly pauses: number;
}

export const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom(
      "change",
      "change",
      "suspend",
      "restore",
      "upload",
      "upload",
      "confirm",
      "confirm",
      "poison",
    ),
    who: fc.integer({ min: 1, max: 3 }),
    value: fc.integer({ min: 1, max: 9 }),
    pauses: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const officer = { employeeId: "emp_officer", instansiId: "ins_contoh" } as const;
const golongan = ["III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"];

/** @returns the faults that were injected. @throws Error naming the promise that was broken */
export async function runSchedule(
  makePipeline: MakePipeline,
  scheduler: Scheduler,
  seed: number,
  history: readonly Step[],
): Promise<ReadonlyMap<string, number>> {
  const world = new World(scheduler, mulberry32(seed));
  // Every fourth history is calm: nothing but the order varies, so only the poisoned record may be set aside.
  const isCalm = seed % 4 === 0;
  world.faults = !isCalm;
  const pipeline = makePipeline(world);
  const delivery = new Delivery(world, pipeline);
  const people = new People(world, pipeline);
  const running: Promise<void>[] = [];
  for (const step of history) {
    running.push(people.act(step), delivery.deliver());
    for (let i = 0; i < step.pauses && scheduler.count() > 0; i++) await scheduler.waitOne();
    await checkNothingStaleIsServed(world, pipeline);
  }
  const settle = async (): Promise<void> => {
    while (!delivery.isIdle) await scheduler.waitFor(delivery.deliver());
  };
  await scheduler.waitFor(Promise.all(running));
  await settle();
  await scheduler.waitFor(Promise.all(delivery.zombies));
  await settle();
  world.faults = false;
  if (isCalm) checkNeighbours(delivery);
  await checkConvergence(world, pipeline, (id) => id !== poisoned && !delivery.setAside.has(id));
  world.clock.advance({ minutes: 5 });
  await pipelineSweep(world, pipeline, scheduler);
  await settle();
  await checkConvergence(world, pipeline, (id) => id !== poisoned);
  checkHistory(world);
  checkUploads(world);
  people.checkPromises();
  return world.injected;
}

async function pipelineSweep(
  world: World,
  pipeline: Pipeline,
  scheduler: Scheduler,
): Promise<void> {
  await scheduler.waitFor(pipeline.sweep(pipeline, world));
}

/** Officers and holders at their browsers: each wish is sent again until it is answered, as a person would. */
class People {
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

/** At no moment is anything served that is not the card of the record as it is. */
async function checkNothingStaleIsServed(world: World, pipeline: Pipeline): Promise<void> {
  for (const [id, employee] of world.records) {
    const served = await pipeline.served(world, id);
    if (
      served !== undefined &&
      served !== cardOf(employee, world.cards.get(id), world.clock.now())
    ) {
      throw new Error(`SAFETY ${id} is served ${served}`);
    }
  }
}

async function checkConvergence(
  world: World,
  pipeline: Pipeline,
  concerns: (id: EmployeeId) => boolean,
): Promise<void> {
  for (const [id, employee] of world.records) {
    if (!concerns(id)) continue;
    const served = await pipeline.served(world, id);
    const wanted = cardOf(employee, world.cards.get(id), world.clock.now());
    if (served !== wanted)
      throw new Error(`CONVERGENCE ${id} is served ${served}, wanted ${wanted}`);
  }
}

/** A record that always fails must not take others with it. */
function checkNeighbours({ setAside }: Delivery): void {
  const [neighbour] = [...setAside].filter((id) => id !== poisoned);
  if (neighbour) throw new Error(`NEIGHBOUR ${neighbour} was set aside with the poisoned record`);
}

/** Every revision is told of exactly once. */
function checkHistory(world: World): void {
  for (const [id, { revision }] of world.records) {
    const told = world.history
      .filter(({ subjectId }) => subjectId === id)
      .map((entry) => entry.revision);
    const isWhole = told.length === revision && told.every((number, i) => number === i + 1);
    if (!isWhole) throw new Error(`HISTORY of ${id} is ${told.join(",")} at revision ${revision}`);
  }
}

function checkUploads(world: World): void {
  for (const { id, state } of world.uploads.values()) {
    if (state === "awaiting-upload") throw new Error(`UPLOAD ${id} was lost`);
  }
}

/** Seeded randomness for faults, so that a failing history can be run again. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** How AWS brings events to the functions: at least once, also twice at a time, a stream in order, a queue in none, three tries, then aside. */
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { ValidationRequest } from "#shared/photo/upload.ts";
import { type Pipeline, redraw, render, validateUploads } from "./pipeline.ts";
import { Crash, type World } from "./world.ts";

type StreamRecord = { id: EmployeeId; image: Employee };

const tries = 3;
const batchSize = 5;
const zombieRate = 0.1;
const repeatRate = 0.15;
const twinRate = 0.1;

/** Delivers everything that waits, and what comes of it. One per world: it is the event source mapping. */
export class Delivery {
  readonly #world: World;
  readonly #pipeline: Pipeline;
  /** Invocations their caller gave up on, which go on all the same. */
  readonly zombies: Promise<unknown>[] = [];
  /** Whose events were set aside after the last try. */
  readonly setAside = new Set<EmployeeId>();
  #streaming = false;

  constructor(world: World, pipeline: Pipeline) {
    this.#world = world;
    this.#pipeline = pipeline;
  }

  get isIdle(): boolean {
    const { stream, photoQueue, redrawQueue } = this.#world;
    return stream.length + photoQueue.length + redrawQueue.length === 0;
  }

  async deliver(): Promise<void> {
    const { photoQueue, redrawQueue } = this.#world;
    await Promise.all([
      this.#stream(),
      ...photoQueue.splice(0).map((upload) => this.#upload(upload)),
      ...redrawQueue.splice(0).map((id) => this.#redraw(id)),
    ]);
  }

  /** One shard, one invocation at a time, in order. */
  async #stream(): Promise<void> {
    if (this.#streaming) return;
    this.#streaming = true;
    const { stream } = this.#world;
    while (stream.length > 0) await this.#batch(stream.splice(0, batchSize));
    this.#streaming = false;
  }

  /** Retries from the first failure, in halves when so set, and sets aside what fails at every try. */
  async #batch(batch: readonly StreamRecord[], attempt = 1): Promise<void> {
    if (batch.length === 0) return;
    const run = () => render(this.#world, this.#pipeline, batch);
    const [done] = await this.#twins("stream", () => this.#invoke("stream", run, 0));
    const rest = batch.slice(this.#pipeline.stream.ignoresFailures ? batch.length : done);
    if (rest.length === 0) return;
    if (rest.length > 1 && this.#pipeline.stream.bisect) {
      const middle = Math.ceil(rest.length / 2);
      await this.#batch(rest.slice(0, middle), 1);
      return this.#batch(rest.slice(middle), 1);
    }
    if (attempt < tries) return this.#batch(rest, attempt + 1);
    this.#world.hit("set-aside");
    for (const { id } of rest) this.setAside.add(id);
  }

  async #upload(upload: ValidationRequest): Promise<void> {
    await this.#message("queue", upload.employeeId, () =>
      validateUploads(this.#world, this.#pipeline, upload),
    );
  }

  async #redraw(id: EmployeeId): Promise<void> {
    await this.#message("redraw", id, () => redraw(this.#world, this.#pipeline, id));
  }

  async #message(kind: string, id: EmployeeId, handle: () => Promise<boolean>): Promise<void> {
    for (let attempt = 1; attempt <= tries; attempt++) {
      const answers = await this.#twins(kind, () => this.#invoke(kind, handle, false));
      // Each copy is a receipt, and one that is done deletes the message.
      const isDone = answers.includes(true);
      if (isDone && !this.#world.strikes(repeatRate, `redeliver-${kind}`)) return;
      // So long SQS hides what no function ended: six times the function's time.
      if (!isDone) this.#world.clock.advance({ minutes: 6 });
    }
    this.setAside.add(id);
  }

  /** Sometimes two at the same time: none knows of the other. @returns the answer of each, of the one that came first before the other */
  async #twins<T>(kind: string, invoke: () => Promise<T>): Promise<readonly [T, ...T[]]> {
    if (!this.#world.strikes(twinRate, `twin-${kind}`)) return [await invoke()];
    return await Promise.all([invoke(), invoke()]);
  }

  /** Runs a function; sometimes its caller stops waiting, and the function goes on behind its back. */
  async #invoke<T>(kind: string, run: () => Promise<T>, failed: T): Promise<T> {
    if (this.#world.strikes(zombieRate, `zombie-${kind}`)) {
      this.zombies.push(this.#world.freeze(run).catch(ignoreCrash));
      await this.#world.pause("timeout");
      return failed;
    }
    try {
      return await run();
    } catch (error) {
      ignoreCrash(error);
      return failed;
    }
  }
}

/** @throws anything that is not an injected crash */
export function ignoreCrash(error: unknown): void {
  if (!(error instanceof Crash)) throw error;
}

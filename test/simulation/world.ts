/**
 * The cloud as the pipeline sees it, in memory: every call is a point where others may run first, and may crash
 * before or after its effect. The use cases under test are the real ones; these are their dependencies.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Scheduler } from "fast-check";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { type Card, type Cards, type CardToken, isShowing } from "#shared/card/card.ts";
import type { Issue } from "#shared/card/card-content.ts";
import { type CardFile, fileName, isShared } from "#shared/card/card-file.ts";
import type { Drawing, Drawings } from "#shared/card/drawn-card.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import type { RequestMark, WritableEmployees } from "#shared/employee/employees.ts";
import type { OpenChanges } from "#shared/employee/open-change.ts";
import type { Revision } from "#shared/employee/revision.ts";
import type { ValidationRequest } from "#shared/photo/upload.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { ApprovalsInMemory } from "../support/approvals-in-memory.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { OpenChangesInMemory } from "../support/open-changes-in-memory.ts";
import { PhotoObjectsInMemory } from "../support/photo-objects-in-memory.ts";
import { PhotoRequestsInMemory } from "../support/photo-requests-in-memory.ts";
import { PhotosInMemory } from "../support/photos-in-memory.ts";
import { stepInMemory, writeInMemory } from "../support/steps-in-memory.ts";

/** The caller's process died, or it never heard the answer. */
export class Crash extends Error {}

const crashRate = 0.08;
/** How many turns of others a frozen process may sleep through before each of its calls. */
const longestSleep = 40;

export class World {
  readonly clock = new FakeClock();
  readonly records = new Map<EmployeeId, Employee>();
  readonly changes = new OpenChangesInMemory();
  readonly history: AuditEntry[] = [];
  readonly requests = new Map<string, string>();
  readonly uploads = new PhotosInMemory();
  readonly photos = new PhotoObjectsInMemory(this.clock);
  readonly approvals = new ApprovalsInMemory();
  readonly photoRequests = new PhotoRequestsInMemory();
  /** Objects of the card bucket: what is drawn on a card. */
  readonly objects = new Map<string, string>();
  /** What each holder saw in the preview of a photo, when looking last. */
  readonly seen = new Map<PhotoId, string>();
  /** The first outcome that could be read on each upload. */
  readonly outcomes = new Map<PhotoId, string>();
  readonly cards = new Map<EmployeeId, Card>();
  readonly tokens = new Map<string, CardToken>();
  readonly series = new Map<string, number>();
  /** The employee stream: changes of cards, oldest first. */
  readonly stream: { id: EmployeeId; image: Employee }[] = [];
  readonly photoQueue: ValidationRequest[] = [];
  readonly redrawQueue: EmployeeId[] = [];
  /** How often each kind of fault was injected. */
  readonly injected = new Map<string, number>();
  faults = true;
  readonly #frozen = new AsyncLocalStorage<true>();
  readonly #scheduler: Scheduler;
  readonly random: () => number;

  constructor(scheduler: Scheduler, random: () => number) {
    this.#scheduler = scheduler;
    this.random = random;
  }

  hit(fault: string): void {
    this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1);
  }

  /** Whether a fault of this likelihood happens now. */
  strikes(likelihood: number, fault: string): boolean {
    const struck = this.faults && this.random() < likelihood;
    if (struck) this.hit(fault);
    return struck;
  }

  pause(label: string): Promise<void> {
    return this.#scheduler.schedule(Promise.resolve(), label);
  }

  /** Runs `work` as a process that its caller gave up on: slowly, long after everyone else. */
  freeze<T>(work: () => Promise<T>): Promise<T> {
    return this.#frozen.run(true, work);
  }

  /** One call to the cloud. */
  async io<T>(label: string, effect: () => T | Promise<T>): Promise<T> {
    const crash =
      this.faults && this.random() < crashRate
        ? this.random() < 0.5
          ? "before"
          : "after"
        : undefined;
    const sleeps = this.#frozen.getStore() ? this.random() * longestSleep : 0;
    for (let i = 0; i <= sleeps; i++) await this.pause(label);
    if (crash === "before") this.#die(`crash-before:${label}`);
    const result = await effect();
    if (crash === "after") this.#die(`crash-after:${label}`);
    return result;
  }

  #die(fault: string): never {
    this.hit(fault);
    throw new Crash(fault);
  }
}

export type Employees = Pick<WritableEmployees, "find" | "save" | "digestOf" | "unchanged">;

export function employeesOf(world: World): Employees {
  return {
    find: (id) => world.io("find-record", () => world.records.get(id)),
    digestOf: (requestId) => world.io("find-request", () => world.requests.get(requestId)),
    unchanged: ({ id, revision }) =>
      stepInMemory("decision-raced", {
        holds: () => world.records.get(id)?.revision === revision,
        write: () => undefined,
      }),
    save: (revision, request, ...others) =>
      world.io("save-record", () => saveTogether(world, revision, request, others)),
  };
}

/** Record, open change, history, idempotency key and stream in one step, as a transaction does. */
function saveTogether(
  world: World,
  revision: Revision,
  request: RequestMark | undefined,
  others: readonly JoinedWrite[],
): void {
  checkSave(world, revision, request);
  writeInMemory(others);
  writeRecord(world, revision);
  openChange(world, revision);
  world.history.push(revision.entry);
  if (request) world.requests.set(request.id, request.digest);
}

export function checkSave(
  world: World,
  { seen, after }: Revision,
  request: RequestMark | undefined,
): void {
  if (request && world.requests.has(request.id)) throw new Conflict("request-repeated");
  if (world.records.get(after.id)?.revision !== seen) throw new Conflict("record-changed");
}

export function writeRecord(world: World, { after, cardChanged }: Revision): void {
  world.records.set(after.id, after);
  if (cardChanged) world.stream.push({ id: after.id, image: after });
}

export function openChange(world: World, { after, cardChanged }: Revision): void {
  // Without a photo there is no card to draw.
  if (cardChanged && after.photoId) world.changes.open(after);
}

export type Changes = OpenChanges;

export function changesOf(world: World): Changes {
  const { changes } = world;
  return {
    close: (id, revision) => world.io("close-change", () => changes.close(id, revision)),
    due: (now, limit) => world.io("find-due", () => changes.due(now, limit)),
    postpone: (change, until) => world.io("postpone-change", () => changes.postpone(change, until)),
    giveUp: (change, at) => world.io("give-up-change", () => changes.giveUp(change, at)),
  };
}

export type WorldCards = Pick<Cards, "find" | "issue" | "addToken" | "point" | "noteFile">;

export function cardsOf(world: World): WorldCards {
  return {
    find: (id) => world.io("find-card", () => world.cards.get(id)),
    issue: (id, series, day) => world.io("issue-number", () => allocate(world, id, series, day)),
    addToken: (hash, token) => world.io("add-token", () => void world.tokens.set(hash, token)),
    point: (id, pointer) =>
      world.io("move-pointer", () => {
        const card = world.cards.get(id);
        if (!card || (card.revision ?? 0) > pointer.revision) return false;
        world.cards.set(id, { ...card, ...pointer });
        return true;
      }),
    noteFile: (id, drawing, name) =>
      world.io("note-file", () => {
        const card = world.cards.get(id);
        if (card && isShowing(card, drawing)) noteFile(world, id, name);
      }),
  };
}

export function noteFile(world: World, id: EmployeeId, name: string): void {
  const card = world.cards.get(id);
  if (card) world.cards.set(id, { ...card, files: [...new Set([...(card.files ?? []), name])] });
}

function allocate(world: World, id: EmployeeId, series: string, day: string): Issue {
  const known = world.cards.get(id);
  if (known) return known;
  const order = (world.series.get(series) ?? 0) + 1;
  world.series.set(series, order);
  const issue = { serial: `${series}${String(order).padStart(7, "0")}`, issuedOn: day };
  world.cards.set(id, issue);
  return issue;
}

export type WorldDrawings = Pick<Drawings, "has" | "put">;

/** Where a drawing's own files lie. */
export const drawingKey = ({
  employeeId,
  contentHash,
}: Pick<Drawing, "employeeId" | "contentHash">) => `cards/${employeeId}/${contentHash}`;

export function drawingsOf(world: World, keyOf = drawingKey): WorldDrawings {
  const key = (drawing: Drawing, file: CardFile) =>
    `${isShared(file) ? drawing.backs : keyOf(drawing)}/${fileName(file)}`;
  return {
    has: (drawing, file) => world.io("head-file", () => world.objects.has(key(drawing, file))),
    put: (drawing, file, bytes) =>
      world.io("put-file", () => void world.objects.set(key(drawing, file), bytes.toString())),
  };
}

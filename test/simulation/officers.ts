/** Officers at people's photos: each decides about what the page showed, and a second one about what takes two. */
import type { Decider } from "#shared/access/approval.ts";
import { approve } from "#shared/access/decide-approval.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { askBroughtPhoto, broughtPhotos } from "#shared/photo/bring-photo.ts";
import { approvePhoto, askForNewPhoto } from "#shared/photo/decide-review.ts";
import { askRevocation, photoRevocations } from "#shared/photo/revoke-photo.ts";
import { acceptedPhoto, isBrought } from "#shared/photo/upload.ts";
import { ExpectedError } from "#shared/runtime/errors.ts";
import { LimitsInMemory } from "../support/limits-in-memory.ts";
import { aGrant } from "../support/roles-in-memory.ts";
import { stepInMemory } from "../support/steps-in-memory.ts";
import { ignoreCrash } from "./delivery.ts";
import type { Pipeline } from "./pipeline.ts";
import type { World } from "./world.ts";

const instansiId = "ins_contoh";
const asking = { employeeId: "emp_officer", instansiId, units: undefined } as const;
const deciding: Decider = {
  ...{ employeeId: "emp_second", instansiId },
  roles: [aGrant("penyetuju", { instansiId })],
};

/** Turns of others that an officer looks at the page for. */
const longestWait = 60;

export class Officers {
  readonly #world: World;
  readonly #pipeline: Pipeline;
  readonly #limits = new LimitsInMemory();
  /** What was decided, by photo and state of its review. */
  readonly #decided = new Set<string>();
  /** Photos of which somebody asked, and heard, that they be taken away, and nobody decides yet. */
  readonly #revoking = new Set<PhotoId>();
  #requests = 0;
  readonly broken: string[] = [];

  constructor(world: World, pipeline: Pipeline) {
    this.#world = world;
    this.#pipeline = pipeline;
  }

  async fits(id: EmployeeId): Promise<void> {
    await this.#decide(id, async (seen) => {
      const wasAsked = this.#revoking.has(seen.photoId);
      await approvePhoto(this.#api, seen);
      if (wasAsked && this.#revoking.has(seen.photoId))
        this.broken.push(`REVOCATION of ${seen.photoId} waits, and it was found fitting`);
    });
  }

  async askNew(id: EmployeeId): Promise<void> {
    await this.#decide(id, (seen) =>
      askForNewPhoto(this.#api, { ...seen, faults: ["pose"], note: "" }),
    );
  }

  /** One asks that it be taken away, another one agrees. */
  async revoke(id: EmployeeId): Promise<void> {
    const request = { faults: ["likeness"], reason: "Wajah orang lain" } as const;
    await this.#decideByTwo(id, async (person, requestId) => {
      const { photoId, photoReview } = person;
      if (!photoId) return undefined;
      const seen = { person, photoId, reviewedAt: photoReview?.at, by: asking, requestId };
      const asked = await askRevocation(this.#api, { ...seen, ...request });
      this.#revoking.add(photoId);
      return { asked, decided: () => this.#revoking.delete(photoId) };
    });
  }

  /** Waits for the judge. */
  async judged(photoId: PhotoId): Promise<void> {
    const { uploads } = this.#world;
    for (let turn = 0; turn < longestWait; turn++) {
      await this.#world.pause("wait-for-judge");
      if (uploads.all.some(({ id, state }) => id === photoId && state !== "awaiting-upload"))
        return;
    }
  }

  /** The newest photo that was sent at the counter becomes the person's, once a second one has looked at its preview. */
  async bring(id: EmployeeId): Promise<void> {
    const { uploads } = this.#world;
    const sent = uploads.all.filter((each) => isBrought(each, id) && acceptedPhoto(each)).at(-1);
    const photo = sent && acceptedPhoto(sent);
    if (!photo) return;
    const { photoId } = photo;
    await this.#decideByTwo(id, async (person, requestId) => {
      const request = { person, photoId, reason: "KTP di loket", requestId, by: asking };
      const { photos, bucket: photoBucket } = this.#pipeline;
      const asked = await askBroughtPhoto({ ...this.#api, photos, photoBucket }, request);
      const preview = this.#pipeline.previewed(this.#world, photo);
      this.#world.seen.set(photoId, preview ?? "nothing");
      return { asked, decided: () => undefined };
    });
  }

  get #api() {
    const world = this.#world;
    const { approvals, clock } = world;
    return {
      employees: this.#pipeline.employees,
      approvals: {
        find: (id: Parameters<typeof approvals.find>[0]) =>
          world.io("find-approval", () => approvals.find(id)),
        add: (...of: Parameters<typeof approvals.add>) =>
          world.io("add-approval", () => approvals.add(...of)),
        closing: approvals.closing.bind(approvals),
        close: approvals.close.bind(approvals),
      },
      photoRequests: this.#pipeline.photoRequests,
      ...{ limits: this.#limits, clock },
    };
  }

  /** An officer who gets no answer tries again, about what the page showed. */
  async #decide(id: EmployeeId, decide: (seen: Seen) => Promise<void>): Promise<void> {
    const shown = this.#world.records.get(id);
    if (!shown?.photoId) return;
    const { photoId, photoReview } = shown;
    const seen = { id, photoId, reviewedAt: photoReview?.at, by: asking };
    await this.#insist(async () => {
      await decide(seen);
      const what = `${photoId} since ${photoReview?.at}`;
      if (this.#decided.has(what)) this.broken.push(`DECISION ${what} was decided twice`);
      this.#decided.add(what);
      this.#world.hit("photo-decided");
    });
  }

  async #decideByTwo(id: EmployeeId, ask: Ask): Promise<void> {
    const requestId = `photo${++this.#requests}`;
    const api = this.#api;
    const kinds = { "photo-revoke": photoRevocations(api), photo: broughtPhotos(api) };
    const standingOf = async (of: EmployeeId) => ({
      roles: of === deciding.employeeId ? deciding.roles : [aGrant("petugas", { instansiId })],
      unchanged: stepInMemory("decision-raced", { holds: () => true, write: () => undefined }),
    });
    await this.#insist(async () => {
      const person = await api.employees.find(id);
      const waiting = person && (await ask(person, requestId));
      if (!waiting) return;
      await this.#world.pause("look-at-request");
      waiting.decided();
      await approve({ ...api, kinds, standingOf }, { id: waiting.asked.id, by: deciding });
      this.#world.hit(`by-two:${waiting.asked.kind}`);
    });
  }

  async #insist(send: () => Promise<void>): Promise<void> {
    for (let attempt = 1; attempt <= 5; attempt++) {
      // Time passes until the next request: no two states of a review have the same instant.
      this.#world.clock.advance({ seconds: 1 });
      try {
        return await send();
      } catch (error) {
        if (error instanceof ExpectedError) return;
        ignoreCrash(error);
      }
    }
  }
}

type Seen = Parameters<typeof approvePhoto>[1];
type Ask = (
  person: Employee,
  requestId: string,
) => Promise<
  | { readonly asked: Awaited<ReturnType<typeof askRevocation>>; readonly decided: () => unknown }
  | undefined
>;

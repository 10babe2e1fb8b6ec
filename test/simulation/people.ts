import { cardFiles } from "#shared/card/card-file.ts";
import { changeEmployee } from "#shared/employee/change-employee.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { digestsOf, type PhotoName } from "#shared/photo/photo-digest.ts";
import { incomingKey, photoKey, smallPhotoKey } from "#shared/photo/photo-keys.ts";
import { acceptedPhoto, isHolders, type Upload } from "#shared/photo/upload.ts";
import { ExpectedError } from "#shared/runtime/errors.ts";
import { aNip, anEmployee } from "../support/builders.ts";
import { changeByTwo } from "../support/change-by-two.ts";
import { RolesInMemory } from "../support/roles-in-memory.ts";
import { ignoreCrash } from "./delivery.ts";
import type { Step } from "./history.ts";
import { Officers } from "./officers.ts";
import { askForFile, type Pipeline, poisoned, smallOf } from "./pipeline.ts";
import { Crash, type World } from "./world.ts";

const officer = { employeeId: "emp_officer", instansiId: "ins_contoh", units: undefined } as const;
const jabatan = (value: number) => `Jabatan ${value}`;

/** Officers and holders at their browsers: each request is sent again until it is answered, as a person would. */
export class People {
  readonly #world: World;
  readonly #pipeline: Pipeline;
  readonly #roles = new RolesInMemory();
  readonly #officers: Officers;
  readonly #broken: string[] = [];
  #uploads = 0;
  #requests = 0;

  constructor(world: World, pipeline: Pipeline) {
    this.#world = world;
    this.#pipeline = pipeline;
    this.#officers = new Officers(world, pipeline);
    for (const who of [1, 2, 3]) this.#register(`emp_${who}`, `Name ${who}`, who);
    this.#register(poisoned, "Poison", 4);
  }

  #register(id: EmployeeId, name: string, order: number): void {
    const photo = `photo pho_first${order}`;
    const pictures = { png: Buffer.from(photo), small: smallOf(photo) };
    const photoName = { employeeId: id, photoId: `pho_first${order}` as const };
    const digests = digestsOf(pictures);
    const nip = aNip(`19850212201001200${order}`);
    const employee = anEmployee({
      id,
      name,
      nip,
      photoId: photoName.photoId,
      ...digests,
      gelarBelakang: undefined,
      cardChangedAt: this.#now,
    });
    this.#world.records.set(id, employee);
    this.#world.changes.open(employee);
    this.#world.photos.put(photoKey({ ...photoName, ...digests }), pictures.png);
    this.#world.photos.put(smallPhotoKey(photoName, digests.smallPhotoDigest), pictures.small);
    this.#world.seen.set(photoName.photoId, photo);
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
      change: () => this.#change(id, jabatan(value)),
      suspend: () => this.#setStatus(id, "04"),
      restore: () => this.#setStatus(id, "01"),
      upload: () => void this.#upload(id, value),
      counter: () => this.#bring(id, value),
      fits: () => this.#officers.fits(id),
      "ask-new": () => this.#officers.askNew(id),
      revoke: () => this.#officers.revoke(id),
      swap: () => this.#swap(id, value),
      confirm: () => this.#confirm(id),
      file: () => this.#askForFile(id, value),
      sweep: () => this.#sweep(),
      poison: () => this.#change(poisoned, jabatan(value)),
    };
    await actions[act]();
  }

  async #change(id: EmployeeId, to: string): Promise<void> {
    const request = this.#request(id);
    if (request)
      await this.#insist(() => changeEmployee(this.#api, { ...request, changes: { jabatan: to } }));
  }

  /** Who gets no answer has seen nothing; what was drawn for it may be there all the same. */
  async #askForFile(id: EmployeeId, value: number): Promise<void> {
    const file = cardFiles[value % cardFiles.length];
    if (!file) return;
    await askForFile(this.#world, this.#pipeline, id, file).catch(ignoreCrash);
  }

  /** Two officers decide it; the second one tries again until there is an answer. */
  async #setStatus(id: EmployeeId, kedudukanHukum: string): Promise<void> {
    for (let attempt = 1; attempt <= 5; attempt++) {
      try {
        await changeByTwo(this.#api, { id, values: { kedudukanHukum } });
        return;
      } catch (error) {
        if (error instanceof ExpectedError) return;
        ignoreCrash(error);
      }
    }
  }

  get #api() {
    const { clock } = this.#world;
    return { employees: this.#pipeline.employees, roles: this.#roles, clock };
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

  /** A request that was carried out must be answered as such, however often it had to be sent. */
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

  async #bring(id: EmployeeId, value: number): Promise<void> {
    const photoId = this.#upload(id, value, { broughtBy: officer.employeeId });
    await this.#officers.judged(photoId);
    await this.#officers.bring(id);
  }

  #upload(employeeId: EmployeeId, value: number, by: Pick<Upload, "broughtBy"> = {}): PhotoId {
    const photoId: PhotoId = `pho_${++this.#uploads}`;
    const content = value % 4 === 0 ? `bad ${photoId}` : `photo ${photoId}`;
    void this.#world.uploads.expect({ id: photoId, employeeId, requestedAt: this.#now, ...by });
    this.#send({ employeeId, photoId }, content);
    return photoId;
  }

  /** Sends another picture with the form of an upload, whatever has become of that. */
  #swap(employeeId: EmployeeId, value: number): void {
    const uploads = this.#world.uploads.all.filter((upload) => upload.employeeId === employeeId);
    const photoId = uploads.at(-1)?.id;
    if (!photoId) return;
    this.#world.hit("swapped");
    this.#send({ employeeId, photoId }, `photo ${photoId}, swapped for ${value}`);
  }

  #send(name: PhotoName, content: string): void {
    this.#world.photos.put(incomingKey(name), Buffer.from(content));
    const copies = this.#world.strikes(0.3, "duplicate-object-event") ? 2 : 1;
    for (let i = 0; i < copies; i++) this.#world.photoQueue.push({ ...name, isGivenUp: false });
  }

  /** The reconciler's time has come. It may run while another run is not over yet. */
  async #sweep(): Promise<void> {
    this.#world.clock.advance({ minutes: 5 });
    await this.#pipeline.sweep(this.#pipeline, this.#world).catch(ignoreCrash);
  }

  /** As a request does: the record is read, then the photo confirmed. */
  async #confirmOnce(employeeId: EmployeeId, photoId: PhotoId): Promise<void> {
    const { employees, photos, bucket, photoRequests } = this.#pipeline;
    const { clock, random, approvals } = this.#world;
    const employee = await employees.find(employeeId);
    const asked = { approvals, photoRequests };
    const dependencies = { employees, photos, bucket, reviewPercent: 50, clock, random, ...asked };
    if (employee) await confirmPhoto(dependencies, { employee, photoId });
  }

  async #confirm(employeeId: EmployeeId): Promise<void> {
    const own = this.#world.uploads.all.filter((upload) => isHolders(upload, employeeId));
    const photo = own.flatMap((upload) => acceptedPhoto(upload) ?? []).at(-1);
    if (!photo) return;
    const { photoId } = photo;
    const preview = this.#pipeline.previewed(this.#world, photo);
    if (preview === undefined) this.#broken.push(`PREVIEW of ${photoId} is not there`);
    this.#world.seen.set(photoId, preview ?? "nothing");
    for (let attempt = 1; attempt <= 5; attempt++) {
      try {
        await this.#confirmOnce(employeeId, photoId);
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

  checkInvariants(): void {
    const [broken] = [...this.#broken, ...this.#officers.broken];
    if (broken) throw new Error(broken);
  }
}

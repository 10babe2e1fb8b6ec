/** The pipeline under test: the real use cases and handlers, wired to the simulated cloud. Mutants change one part. */

import type { Context, SQSEvent } from "aws-lambda";
import { canHoldCard } from "#shared/card/can-hold-card.ts";
import type { CardContent, Issue } from "#shared/card/card-content.ts";
import { type CardFile, isShared } from "#shared/card/card-file.ts";
import { reconcile } from "#shared/card/reconcile.ts";
import { TokenSeals } from "#shared/card/token-seals.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { AcceptedPhoto } from "#shared/photo/photo-digest.ts";
import { incomingKey, previewKey } from "#shared/photo/photo-keys.ts";
import type { PhotoRequests } from "#shared/photo/photo-requests.ts";
import type { ValidationRequest } from "#shared/photo/upload.ts";
import type { ValidationOutcome } from "#shared/photo/validate-upload.ts";
import { renderCards } from "../../functions/card-renderer/handle.ts";
import { takePhotosIn } from "../../functions/photo-intake/handle.ts";
import { aContext, aMessage, aStreamPlace } from "../support/lambda-events.ts";
import { RevokedKeysInMemory, SignaturesInMemory } from "../support/signatures-in-memory.ts";
import { checkCard, serveShown, token } from "./served.ts";
import {
  type Changes,
  cardsOf,
  changesOf,
  drawingsOf,
  type Employees,
  employeesOf,
  type World,
  type WorldCards,
  type WorldDrawings,
} from "./world.ts";
import {
  type Bucket,
  type Photos,
  photoBucketOf,
  photoRequestsOf,
  photosOf,
} from "./world-photos.ts";

/** Whoever's card it is, drawing it always fails: a record no retry will ever get past. */
export const poisoned: EmployeeId = "emp_poison";

export interface Pipeline {
  readonly employees: Employees;
  /** What the renderer reads records with. */
  readonly renderFrom: (image: Employee) => Pick<Employees, "find">;
  readonly changes: Changes;
  readonly photos: Photos;
  /** What the validation reads and writes outcomes with. */
  readonly outcomes: Photos;
  readonly bucket: Bucket;
  /** What says whether somebody asked for something about a photo. */
  readonly photoRequests: PhotoRequests;
  readonly cards: WorldCards;
  readonly drawings: WorldDrawings;
  /** What is served of a holder's card now: its pixels, or nothing. Reads without faults. */
  readonly served: (
    world: World,
    id: EmployeeId,
  ) => string | undefined | Promise<string | undefined>;
  /** The face that verification shows for the card of the record as it is. Reads without faults. */
  readonly verified: (world: World, id: EmployeeId) => Promise<string | undefined>;
  /** What the preview of an accepted photo shows. */
  readonly previewed: (world: World, photo: AcceptedPhoto) => string | undefined;
  readonly sweep: (pipeline: Pipeline, world: World) => Promise<unknown>;
  /** How a stream's failed batch goes on. */
  readonly stream: { readonly bisect: boolean; readonly ignoresFailures: boolean };
}

export function realPipeline(world: World): Pipeline {
  const employees = employeesOf(world);
  const bucket = photoBucketOf(world);
  const photos = photosOf(world);
  return {
    employees,
    renderFrom: () => employees,
    changes: changesOf(world),
    photos,
    outcomes: photos,
    bucket,
    photoRequests: photoRequestsOf(world),
    cards: cardsOf(world),
    drawings: drawingsOf(world),
    served: serveShown,
    verified: (w, id) => checkCard(w, bucket, id),
    previewed: (w, photo) => w.photos.get(previewKey(photo, "front-portrait"))?.toString(),
    sweep: ({ changes, photos, bucket }) =>
      reconcile({
        changes,
        signatures: noSignatures,
        uploads: bucket,
        outcomes: photos,
        photoQueue: queueOf(world, "photo", world.photoQueue),
        redrawQueue: queueOf(world, "redraw", world.redrawQueue),
        onGivenUp: ({ id }) => world.hit(`given-up:${id}`),
        random: world.random,
        clock: world.clock,
      }),
    stream: { bisect: true, ignoresFailures: false },
  };
}

/** Cards are not signed here: a signature only makes another drawing, whose rules are those of all. */
const noSignatures = new SignaturesInMemory();

function queueOf<T>(world: World, name: string, queue: T[]) {
  return {
    depth: async () => queue.length,
    sendAll: (messages: readonly T[]) =>
      world.io(`send-${name}`, () => void queue.push(...messages)),
  };
}

/** The specification: what a holder's card must be, from the record and the face its holder agreed to. */
export function cardOf(
  employee: Employee,
  face: string | undefined,
  issue: Issue | undefined,
  now: Date,
): string | undefined {
  if (!canHoldCard(employee, now)) return undefined;
  return `${fullName(employee)}|${employee.jabatan}|${face}|${issue?.serial}`;
}

async function draw({ text, issue }: CardContent, photo: Buffer, file: CardFile): Promise<Buffer> {
  if (text.name === "Poison") throw new Error("This card cannot be drawn.");
  if (isShared(file)) return Buffer.from(`back of ${text.instansi}`);
  return Buffer.from(`${text.name}|${text.jabatan}|${photo}|${issue?.serial}`);
}

/** What verification shows of a photo. */
export const smallOf = (photo: Buffer | string) => Buffer.from(`small ${photo}`);

async function validate(upload: Buffer): Promise<ValidationOutcome> {
  const accepted = !upload.toString().startsWith("bad");
  return {
    report: { accepted, rules: [] },
    pictures: accepted ? { png: upload, small: smallOf(upload) } : undefined,
  };
}

/** Runs the renderer on a batch. @returns how many records were dealt with before the first failure */
export async function render(
  world: World,
  pipeline: Pipeline,
  batch: readonly { id: EmployeeId; image: Employee }[],
): Promise<number> {
  const [first] = batch;
  if (!first) return 0;
  const handler = rendererFor(world, pipeline, first.image);
  const Records = batch.map(({ id }, i) => aStreamPlace(String(i), id));
  const answer = await handler({ Records }, timeless);
  const failed = answer.batchItemFailures[0]?.itemIdentifier;
  return failed === undefined ? batch.length : Number(failed);
}

/** A holder asks for a file of the own card, as holder-api does. */
export async function askForFile(
  world: World,
  pipeline: Pipeline,
  employeeId: EmployeeId,
  file: CardFile,
): Promise<void> {
  const record = world.records.get(employeeId);
  if (record) await rendererFor(world, pipeline, record)({ employeeId, file }, aContext);
}

/** @returns whether the message was dealt with */
export async function redraw(
  world: World,
  pipeline: Pipeline,
  employeeId: EmployeeId,
): Promise<boolean> {
  const record = world.records.get(employeeId);
  if (!record) return true;
  return handled(rendererFor(world, pipeline, record), JSON.stringify({ employeeId }));
}

/** @returns whether the message was dealt with */
export async function validateUploads(
  world: World,
  { outcomes, bucket }: Pipeline,
  { isGivenUp, ...name }: ValidationRequest,
): Promise<boolean> {
  const preview = (photo: AcceptedPhoto, png: Buffer) =>
    bucket.putPreview(photo, "front-portrait", png);
  const body = { Records: [{ s3: { object: { key: incomingKey(name) } } }], isGivenUp };
  return handled(
    takePhotosIn({ photos: outcomes, bucket, validate, preview, clock: world.clock }),
    JSON.stringify(body),
  );
}

/**
 * A killed invocation of a history never ends. With a remaining time, middy would end it after so many real seconds, with an
 * error that nobody awaits.
 */
const timeless: Context = { ...aContext };
Reflect.deleteProperty(timeless, "getRemainingTimeInMillis");

type QueueHandler = (
  event: SQSEvent,
  context: Context,
) => Promise<{ batchItemFailures: readonly unknown[] }>;

async function handled(handler: QueueHandler, body: string): Promise<boolean> {
  const answer = await handler({ Records: [aMessage(body, "m")] }, timeless);
  return !answer.batchItemFailures.length;
}

function rendererFor(world: World, pipeline: Pipeline, image: Employee) {
  return renderCards({
    employees: pipeline.renderFrom(image),
    changes: pipeline.changes,
    photos: pipeline.bucket,
    cards: pipeline.cards,
    signatures: noSignatures,
    signer: undefined,
    revokedKeys: new RevokedKeysInMemory(),
    drawings: pipeline.drawings,
    tokens: { token },
    tokenSeals: new TokenSeals(async () => Buffer.alloc(32, 7), world.clock),
    checkCodes: { code: async ({ contentHash }) => contentHash.slice(0, 8).toUpperCase() },
    draw,
    shortened: () => [],
    looks: { of: async () => ({ version: "t1", texts: {} }) },
    siteUrl: "https://kartu.example",
    clock: world.clock,
  });
}

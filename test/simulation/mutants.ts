/** The pipeline with one of the architecture's seven event rules broken, or a rule of photos. Each must be caught. */
import type { Employee } from "#shared/employee/employee.ts";
import type { PhotoName } from "#shared/photo/photo-digest.ts";
import { stepInMemory } from "../support/steps-in-memory.ts";
import { type Pipeline, realPipeline } from "./pipeline.ts";
import type { MakePipeline } from "./schedule.ts";
import { serve } from "./served.ts";
import {
  checkSave,
  drawingKey,
  drawingsOf,
  noteFile,
  openChange,
  type World,
  writeRecord,
} from "./world.ts";

function mutant(change: (pipeline: Pipeline, world: World) => Partial<Pipeline>): MakePipeline {
  return (world) => {
    const pipeline = realPipeline(world);
    return { ...pipeline, ...change(pipeline, world) };
  };
}

/** In scheduling points: longer than the drawing of another revision takes. */
const slowPauses = 40;

/** The card as an older event told of it. */
const asTold = (image: Employee) => ({ find: async () => image });

export const mutants: Readonly<Record<string, MakePipeline>> = {
  "rule 1: the pointer moves without its condition": mutant(({ cards }, world) => ({
    cards: {
      ...cards,
      point: (id, pointer) =>
        world.io("move-pointer", () => {
          const card = world.cards.get(id);
          if (card) world.cards.set(id, { ...card, ...pointer });
          return true;
        }),
    },
  })),

  "rule 1: the pointer moves before the object is stored": mutant(({ cards, drawings }) => {
    const late = new Map<string, () => Promise<void>>();
    return {
      drawings: {
        ...drawings,
        put: async (drawing, ...file) =>
          void late.set(drawing.employeeId, () => drawings.put(drawing, ...file)),
      },
      cards: {
        ...cards,
        point: async (id, pointer) => {
          const moved = await cards.point(id, pointer);
          await late.get(id)?.();
          return moved;
        },
      },
    };
  }),

  "rule 1: one key for all of a holder's drawings": mutant((_pipeline, world) => {
    const fixed = ({ employeeId }: { employeeId: string }) => `cards/${employeeId}`;
    return {
      drawings: { ...drawingsOf(world, fixed), has: async () => false },
      served: (w, id) => serve(w, id, fixed),
    };
  }),

  "rule 1: a file is noted in whatever drawing the pointer shows": mutant(({ cards }, world) => ({
    cards: {
      ...cards,
      noteFile: async (id, _drawing, name) => {
        // A slow function: else the pointer moves just now in less than one of ten thousand histories.
        for (let i = 0; i < slowPauses; i++) await world.pause("note-file");
        await world.io("note-file", () => noteFile(world, id, name));
      },
    },
  })),

  "rule 2: the renderer trusts the event's image": mutant(() => ({ renderFrom: asTold })),

  "rule 3: the history is written after the record": mutant(({ employees }, world) => ({
    employees: {
      ...employees,
      save: async (revision, request) => {
        await world.io("save-record", () => {
          checkSave(world, revision, request);
          writeRecord(world, revision);
          if (request) world.requests.set(request.id, request.digest);
        });
        await world.io("append-history", () => void world.history.push(revision.entry));
      },
    },
  })),

  "rule 3: the idempotency key is not looked up": mutant(({ employees }) => ({
    employees: { ...employees, digestOf: async () => undefined },
  })),

  "rule 4: the upload is deleted before its outcome is written": mutant(({ bucket, photos }) => ({
    bucket: {
      ...bucket,
      readIncoming: async (name) => {
        const upload = await bucket.readIncoming(name);
        if (upload) await bucket.deleteIncoming(name);
        return upload;
      },
    },
    photos,
  })),

  "rule 4: an upload is validated again after its outcome": mutant(({ photos }, world) => ({
    outcomes: {
      ...photos,
      find: async (id) => {
        const upload = await photos.find(id);
        return upload && { ...upload, state: "awaiting-upload" };
      },
      decide: ({ id }, { accepted, rules }, digests) =>
        world.io("decide-upload", () => {
          const upload = world.uploads.all.find((each) => each.id === id);
          const state = accepted ? "accepted" : "rejected";
          if (upload) world.uploads.put({ ...upload, state, rules, ...digests });
          return true;
        }),
    },
  })),

  "rule 4: one key for all that is accepted under a name, and nothing compared": mutant(
    ({ bucket, outcomes }, world) => {
      const { photos } = world;
      const key = (folder: string, { employeeId, photoId }: PhotoName) =>
        `${folder}/${employeeId}/${photoId}`;
      const get = (folder: string, name: PhotoName) =>
        photos.get(key(folder, name)) ?? Buffer.from("nothing");
      return {
        // Each look lasts longer than it has the upload for itself: else two of them meet in less than one of ten thousand histories.
        outcomes: {
          ...outcomes,
          begin: (id, { until }) => outcomes.begin(id, { now: until, until }),
        },
        bucket: {
          ...bucket,
          putCandidate: async (photo, { png }) => {
            for (let i = 0; i < 2; i++) await world.pause("put-candidate");
            await world.io("put-candidate", () => photos.put(key("candidates", photo), png));
          },
          keep: (photo) =>
            world.io("keep-photo", () => photos.put(key("kept", photo), get("candidates", photo))),
          read: async (photo) => photos.get(key("kept", photo)) ?? (await bucket.read(photo)),
        },
      };
    },
  ),

  "rule 5: a card is served without looking at the record": mutant(() => ({
    served: (world, id) => {
      const hash = world.cards.get(id)?.contentHash;
      return (
        hash &&
        world.objects.get(
          `${drawingKey({ employeeId: id, contentHash: hash })}/front-portrait.webp`,
        )
      );
    },
  })),

  "rule 6: nobody reconciles": mutant(() => ({ sweep: async () => undefined })),

  "rule 6: a change is opened after its record is saved": mutant(({ employees }, world) => ({
    employees: {
      ...employees,
      save: async (revision, request) => {
        await world.io("save-record", () => {
          checkSave(world, revision, request);
          writeRecord(world, revision);
          world.history.push(revision.entry);
          if (request) world.requests.set(request.id, request.digest);
        });
        await world.io("open-change", () => openChange(world, revision));
      },
    },
  })),

  "rule 6: a change is closed before the pointer moves": mutant(({ cards, changes }) => ({
    cards: {
      ...cards,
      point: async (id, pointer) => {
        await changes.close(id, pointer.revision);
        return cards.point(id, pointer);
      },
    },
  })),

  "rule 6: whoever draws closes whatever change is open": mutant(({ changes }) => ({
    changes: { ...changes, close: (id) => changes.close(id, Number.POSITIVE_INFINITY) },
  })),

  "rule 6: what is drawn stays open": mutant(({ changes }) => ({
    changes: { ...changes, close: async () => undefined },
  })),

  "rule 6: what was asked for once is forgotten": mutant(({ changes }, world) => ({
    changes: {
      ...changes,
      postpone: async (change, until) => {
        const isTaken = await changes.postpone(change, until);
        if (isTaken) await world.changes.close(change.id, change.revision);
        return isTaken;
      },
    },
  })),

  "rule 6: an upload that was asked for once is forgotten": mutant(({ photos }) => ({
    photos: {
      ...photos,
      postpone: (id, now) => photos.postpone(id, now, new Date(now.getTime() + 365 * 86_400_000)),
    },
  })),

  "photos: whether one is asked to be taken away is read late": mutant(({ photoRequests }) => ({
    photoRequests: {
      ...photoRequests,
      newest: async () => undefined,
      unchanged: () =>
        stepInMemory("record-changed", { holds: () => true, write: () => undefined }),
    },
  })),

  "rule 7: a failing batch is acknowledged": mutant(() => ({
    stream: { bisect: true, ignoresFailures: true },
  })),

  "rule 7: a poisoned record takes its batch with it": mutant(() => ({
    stream: { bisect: false, ignoresFailures: false },
  })),
};

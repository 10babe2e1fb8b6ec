/** What the photo's use cases do with table and bucket, in a world of faults. */
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { PhotoRequests } from "#shared/photo/photo-requests.ts";
import type { Uploads } from "#shared/photo/upload.ts";
import type { World } from "./world.ts";

export type Photos = Pick<Uploads, "find" | "begin" | "survived" | "decide" | "draw" | "postpone">;

export function photosOf(world: World): Photos {
  return {
    find: (id) => world.io("find-upload", () => world.uploads.find(id)),
    begin: (...of) => world.io("begin-upload", () => world.uploads.begin(...of)),
    survived: (id) => world.io("survived-upload", () => world.uploads.survived(id)),
    decide: (...of) => world.io("decide-upload", () => world.uploads.decide(...of)),
    draw: (...of) => world.io("draw-upload", () => world.uploads.draw(...of)),
    postpone: (...of) => world.io("postpone-upload", () => world.uploads.postpone(...of)),
  };
}

export type Bucket = Pick<
  PhotoFiles,
  | "readIncoming"
  | "putCandidate"
  | "putPreview"
  | "deleteIncoming"
  | "keep"
  | "read"
  | "readAsAddress"
  | "incomingBefore"
>;

export function photoBucketOf(world: World): Bucket {
  const { photos } = world;
  return {
    readIncoming: (name) => world.io("get-incoming", () => photos.readIncoming(name)),
    putCandidate: (photo, pictures) =>
      world.io("put-candidate", () => photos.putCandidate(photo, pictures)),
    putPreview: (photo, face, png) =>
      world.io("put-preview", () => photos.putPreview(photo, face, png)),
    deleteIncoming: (name) => world.io("delete-incoming", () => photos.deleteIncoming(name)),
    keep: (photo) => world.io("keep-photo", () => photos.keep(photo)),
    read: (photo) => world.io("get-photo", () => photos.read(photo)),
    // Whoever checks a card is not among the faults.
    readAsAddress: (photo) => photos.readAsAddress(photo),
    incomingBefore: (...which) => photos.incomingBefore(...which),
  };
}

export function photoRequestsOf(world: World): PhotoRequests {
  const { photoRequests } = world;
  return {
    newest: (id) => world.io("find-photo-request", () => photoRequests.newest(id)),
    noting: (...of) => photoRequests.noting(...of),
    unchanged: (...of) => photoRequests.unchanged(...of),
  };
}

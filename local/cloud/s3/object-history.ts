/**
 * How writing and deleting change the versions of a key.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html
 */
import { randomBytes } from "node:crypto";
import type { EventCause, Happening } from "./event-record.ts";
import {
  type Bucket,
  type DeleteMarker,
  fileOf,
  isDeleteMarker,
  type ObjectVersion,
  type StoredObject,
} from "./object-index.ts";
import { checkNotRetained, defaultRetention } from "./object-lock.ts";
import type { ObjectAddress } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

const unversioned = "null";

export interface NewObject extends ObjectAddress {
  /** "ObjectCreated:Put" etc. */
  readonly eventName: string;
  readonly cause: EventCause;
  /** `file` is complete and still under `incoming`. */
  readonly object: Omit<StoredObject, "versionId" | "modifiedAt" | "retention">;
  /** Looks at the object it would replace, and throws when it may not. */
  readonly precondition?: (current: StoredObject | undefined) => void;
  /** What else must happen together with it. */
  readonly alongside?: () => void;
}

/** The object a GET without version id finds. */
export function currentObject(versions: readonly ObjectVersion[]): StoredObject | undefined {
  const [newest] = versions;
  return newest && !isDeleteMarker(newest) ? newest : undefined;
}

/** Index entry, event and file become one: all are there afterwards, or none. */
export function addObject(
  { context, index, files, outbox }: S3State,
  { bucket: name, key, eventName, cause, object, precondition, alongside }: NewObject,
): StoredObject {
  const address = { bucket: name, key };
  try {
    const { added, replaced } = context.store.transaction(() => {
      const bucket = index.bucket(name);
      const versions = index.versions(address);
      precondition?.(currentObject(versions));
      alongside?.();
      const now = context.clock.millis();
      const added: StoredObject = {
        ...object,
        ...defaultRetention(bucket, now),
        versionId: newVersionId(bucket),
        modifiedAt: now,
      };
      files.keep(object.file);
      const replaced = put(index, address, versions, added);
      const { size, etag: eTag } = object;
      outbox.add({
        ...address,
        name: eventName,
        cause,
        object: { size, eTag, ...shownVersion(bucket, added) },
      });
      return { added, replaced };
    });
    outbox.deliver();
    files.discard(...replaced.flatMap(fileOf));
    return added;
  } catch (error) {
    files.discard(object.file);
    throw error;
  }
}

/**
 * DELETE without a version id: hides the object behind a marker where versions are kept.
 * @returns the marker; undefined where the object is simply gone
 */
export function removeCurrent(
  state: S3State,
  address: ObjectAddress,
  cause: EventCause,
  {
    kind = "ObjectRemoved",
    precondition,
  }: { kind?: string; precondition?: NewObject["precondition"] } = {},
): DeleteMarker | undefined {
  const { context, index, files, outbox } = state;
  const { marker, replaced } = context.store.transaction(() => {
    const bucket = index.bucket(address.bucket);
    const versions = index.versions(address);
    precondition?.(currentObject(versions));
    const marker = bucket.versioning && newMarker(bucket, context.clock.millis());
    const replaced = marker
      ? put(index, address, versions, marker)
      : drop(index, address, versions, unversioned);
    if (marker) {
      const object = shownVersion(bucket, marker);
      outbox.add({ ...address, name: `${kind}:DeleteMarkerCreated`, cause, object });
    } else if (replaced.length > 0) {
      outbox.add({ ...address, name: `${kind}:Delete`, cause, object: {} });
    }
    return { marker, replaced };
  });
  outbox.deliver();
  files.discard(...replaced.flatMap(fileOf));
  return marker;
}

/** Removes one version for good. @returns what it was; undefined when there was none */
export function removeVersion(
  { context, index, files, outbox }: S3State,
  address: ObjectAddress,
  versionId: string,
  cause: EventCause,
  kind = "ObjectRemoved",
): ObjectVersion | undefined {
  const removed = context.store.transaction(() => {
    const bucket = index.bucket(address.bucket);
    const [removed] = drop(index, address, index.versions(address), versionId, (version) =>
      checkNotRetained(version, context.clock.millis()),
    );
    if (removed) {
      const object: Happening["object"] = bucket.versioning ? { versionId } : {};
      outbox.add({ ...address, name: `${kind}:Delete`, cause, object });
    }
    return removed;
  });
  outbox.deliver();
  if (removed) files.discard(...fileOf(removed));
  return removed;
}

/** x-amz-version-id: a bucket that never had versions shows none. */
function shownVersion(
  { versioning }: Bucket,
  { versionId }: ObjectVersion,
): { versionId?: string } {
  return versioning ? { versionId } : {};
}

type Index = S3State["index"];

/** In front of the others; only one version may have no id. @returns what it replaces */
function put(
  index: Index,
  address: ObjectAddress,
  versions: readonly ObjectVersion[],
  added: ObjectVersion,
): ObjectVersion[] {
  const isReplaced = ({ versionId }: ObjectVersion) =>
    versionId === unversioned && added.versionId === unversioned;
  index.saveVersions(address, [added, ...versions.filter((version) => !isReplaced(version))]);
  return versions.filter(isReplaced);
}

function drop(
  index: Index,
  address: ObjectAddress,
  versions: readonly ObjectVersion[],
  versionId: string,
  check?: (version: ObjectVersion) => void,
): ObjectVersion[] {
  const dropped = versions.filter((version) => version.versionId === versionId);
  for (const version of dropped) check?.(version);
  if (dropped.length > 0) {
    index.saveVersions(
      address,
      versions.filter((version) => !dropped.includes(version)),
    );
  }
  return dropped;
}

function newVersionId({ versioning }: Bucket): string {
  return versioning === "Enabled" ? randomBytes(24).toString("base64url") : unversioned;
}

function newMarker(bucket: Bucket, now: number): DeleteMarker {
  return { versionId: newVersionId(bucket), modifiedAt: now, deleted: true };
}

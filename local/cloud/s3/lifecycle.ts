import { dueAfter, type LifecycleRule, readLifecycleRules } from "./lifecycle-rules.ts";
import { storageClassOf } from "./object-headers.ts";
import { removeCurrent, removeVersion } from "./object-history.ts";
import {
  type Bucket,
  isDeleteMarker,
  type ObjectVersion,
  type StoredObject,
  type Upload,
} from "./object-index.ts";
import { isRetained } from "./object-lock.ts";
import type { S3State } from "./s3-state.ts";

const expirationEvent = "LifecycleExpiration";
const lifecycleCause = {
  requestId: "LIFECYCLE",
  principalId: "s3.amazonaws.com",
  sourceIp: "s3.amazonaws.com",
} as const;

/** Objects below this size stay where they are: S3's default since September 2024. */
const smallestMovedBytes = 128 * 1024;

/** Removes and moves everything that is due by the cloud's clock. @returns how many things it removed or moved */
export function applyLifecycle(state: S3State): number {
  return state.index
    .buckets()
    .map((bucket) => applyTo(state, bucket))
    .reduce((sum, count) => sum + count, 0);
}

function applyTo(state: S3State, bucket: Bucket): number {
  const document = bucket.configurations.lifecycle;
  if (document === undefined) return 0;
  const { index, context } = state;
  const now = context.clock.millis();
  const rules = readLifecycleRules(document).filter(({ isEnabled }) => isEnabled);
  const moved = moveCurrent(state, bucket, rules, now);
  const removals = [...index.entries(bucket.name)].flatMap(({ key, versions }) =>
    removalsOf(rules, key, versions, now).map((versionId) => ({ key, versionId })),
  );
  for (const { key, versionId } of removals) {
    const address = { bucket: bucket.name, key };
    if (versionId === undefined)
      removeCurrent(state, address, lifecycleCause, { kind: expirationEvent });
    else removeVersion(state, address, versionId, lifecycleCause, expirationEvent);
  }
  return moved + removals.length + abortUploads(state, bucket, rules, now);
}

/** Moves current objects to the class of storage that a rule names. @returns how many */
function moveCurrent(
  { index, context }: S3State,
  { name: bucket }: Bucket,
  rules: readonly LifecycleRule[],
  now: number,
): number {
  if (!rules.some(({ transition }) => transition)) return 0;
  let moved = 0;
  for (const { key, versions } of [...index.entries(bucket)]) {
    const [newest, ...older] = versions;
    if (!newest || isDeleteMarker(newest) || newest.size < smallestMovedBytes) continue;
    const storageClass = classDue(rules, key, newest, now);
    if (!storageClass || storageClass === storageClassOf(newest)) continue;
    const headers = { ...newest.headers, "x-amz-storage-class": storageClass };
    const versionsNow = [{ ...newest, headers }, ...older];
    context.store.transaction(() => index.saveVersions({ bucket, key }, versionsNow));
    moved++;
  }
  return moved;
}

function classDue(
  rules: readonly LifecycleRule[],
  key: string,
  object: StoredObject,
  now: number,
): string | undefined {
  return rules.find(
    (rule) =>
      rule.transition &&
      applies(rule, key, object) &&
      dueAfter(object.modifiedAt, rule.transition.days) <= now,
  )?.transition?.storageClass;
}

/** The versions of a key to remove; undefined stands for hiding the current object. */
function removalsOf(
  rules: readonly LifecycleRule[],
  key: string,
  versions: readonly ObjectVersion[],
  now: number,
): (string | undefined)[] {
  const [newest, ...noncurrent] = versions;
  if (!newest) return [];
  const applicable = (version: ObjectVersion) =>
    rules.filter((rule) => applies(rule, key, version));
  const old = noncurrent.filter((version, at) => {
    // A version is noncurrent since the next newer one was written.
    const since = versions[at]?.modifiedAt ?? now;
    return (
      !isRetained(version, now) &&
      applicable(version).some((rule) => isNoncurrentDue(rule, since, at, now))
    );
  });
  const isDue = applicable(newest).some((rule) =>
    isCurrentDue(rule, newest, noncurrent.length, now),
  );
  const current = isDue ? [isDeleteMarker(newest) ? newest.versionId : undefined] : [];
  return [...old.map(({ versionId }) => versionId), ...current];
}

function applies({ prefix, tags }: LifecycleRule, key: string, version: ObjectVersion): boolean {
  const carried = isDeleteMarker(version) ? [] : version.tags;
  return (
    key.startsWith(prefix) &&
    tags.every((tag) => carried.some(({ key: k, value }) => k === tag.key && value === tag.value))
  );
}

function isCurrentDue(
  { expirationDays, expirationDate, removesLoneMarkers }: LifecycleRule,
  version: ObjectVersion,
  olderVersions: number,
  now: number,
): boolean {
  const isLoneMarker = isDeleteMarker(version) && olderVersions === 0;
  if (isDeleteMarker(version) && !isLoneMarker) return false;
  if (isLoneMarker && removesLoneMarkers) return true;
  if (expirationDays !== undefined) return dueAfter(version.modifiedAt, expirationDays) <= now;
  return expirationDate !== undefined && expirationDate <= now;
}

function isNoncurrentDue(
  { noncurrentDays, newerNoncurrentVersions }: LifecycleRule,
  since: number,
  newer: number,
  now: number,
): boolean {
  if (noncurrentDays === undefined || newer < newerNoncurrentVersions) return false;
  return dueAfter(since, noncurrentDays) <= now;
}

function abortUploads(
  { index, files, context }: S3State,
  { name }: Bucket,
  rules: readonly LifecycleRule[],
  now: number,
): number {
  const isDue = ({ key, startedAt }: Upload) =>
    rules.some(
      ({ prefix, abortUploadDays }) =>
        abortUploadDays !== undefined &&
        key.startsWith(prefix) &&
        dueAfter(startedAt, abortUploadDays) <= now,
    );
  const due = index.uploads(name).filter(isDue);
  for (const { id } of due) {
    const parts = context.store.transaction(() => index.removeUpload(id));
    files.discard(...parts.map(({ file }) => file));
  }
  return due.length;
}

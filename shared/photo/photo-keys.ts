/** Where a photo lies on its way through the photo bucket; see photo-bucket.ts. */

import * as z from "zod";
import { employeeId, photoId } from "#shared/employee/employee.ts";
import { base32 } from "#shared/runtime/ids.ts";
import type { AcceptedPhoto, ConfirmedPhoto, PhotoName } from "./photo-digest.ts";

export const incomingKey = ({ employeeId, photoId }: PhotoName) =>
  `incoming/${employeeId}/${photoId}`;

/** A key among those of uploads, so that this share of random ids lies before it. @param share from 0 to 1 */
export function incomingFrom(share: number): string {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(Math.floor(share * 0xffff));
  return `incoming/emp_${base32(bytes)}`;
}

export const candidateKey = ({ employeeId, photoId, photoDigest }: AcceptedPhoto) =>
  `candidates/${employeeId}/${photoId}/${photoDigest}.png`;

export const smallCandidateKey = ({ employeeId, photoId, smallPhotoDigest }: AcceptedPhoto) =>
  `candidates/${employeeId}/${photoId}/${smallPhotoDigest}.webp`;

export const previewKey = ({ employeeId, photoId, photoDigest }: AcceptedPhoto, face: string) =>
  `previews/${employeeId}/${photoId}/${photoDigest}/${face}.png`;

/** A record from before there were digests has its photo one folder higher. */
export const photoKey = ({ employeeId, photoId, photoDigest }: ConfirmedPhoto) =>
  `photos/${employeeId}/${photoId}${photoDigest ? `/${photoDigest}` : ""}.png`;

export const smallPhotoKey = ({ employeeId, photoId }: PhotoName, smallPhotoDigest: string) =>
  `small-photos/${employeeId}/${photoId}/${smallPhotoDigest}.webp`;

const name = z.object({ employeeId, photoId });

/** Whose upload a key of `incoming/` is; undefined for any other key. */
export function parseIncomingKey(key: string): PhotoName | undefined {
  const match = /^incoming\/(?<employeeId>emp_[a-z0-9]+)\/(?<photoId>pho_[a-z0-9]+)$/.exec(key);
  return match ? name.parse(match.groups) : undefined;
}

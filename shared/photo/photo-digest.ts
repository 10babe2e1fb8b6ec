/** The digests that bind a photo to its outcome and its record. Who shows a photo compares them (decision 0012). */
import { createHash } from "node:crypto";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";

/** An accepted photo in its two sizes, as they are stored. */
export interface Pictures {
  /** 450x575, for the card. */
  readonly png: Buffer;
  /** WebP of at most `maxSmallPhotoBytes`, for people who check a card. */
  readonly small: Buffer;
}

/** SHA-256 of both pictures' bytes, 64 hex digits each. */
export interface PhotoDigests {
  readonly photoDigest: string;
  readonly smallPhotoDigest: string;
}

/** The name of an upload: whose it is, and its id. */
export interface PhotoName {
  readonly employeeId: EmployeeId;
  readonly photoId: PhotoId;
}

/** A photo that was accepted, with the digests of its pictures. */
export interface AcceptedPhoto extends PhotoName, PhotoDigests {}

/** A record's photo. Without digests it was confirmed before there were any, and cannot be compared. */
export type ConfirmedPhoto = PhotoName & Partial<PhotoDigests>;

export function digestsOf({ png, small }: Pictures): PhotoDigests {
  return { photoDigest: digestOf(png), smallPhotoDigest: digestOf(small) };
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function confirmedPhoto({
  id,
  photoId,
  photoDigest,
  smallPhotoDigest,
}: Employee & { readonly photoId: PhotoId }): ConfirmedPhoto {
  const name = { employeeId: id, photoId };
  return photoDigest && smallPhotoDigest ? { ...name, photoDigest, smallPhotoDigest } : name;
}

/**
 * Which photo was sent from here last, and not used yet: what became of it is found again after the page was left or loaded anew. Only its
 * id is kept, and only its holder may read what stands behind it.
 */
import type { PhotoId } from "#shared/employee/employee.ts";
import { deviceMemory } from "../storage.ts";

const key = "kartu.foto";
/** As long as an accepted photo waits for «Gunakan foto ini» (candidateDays in shared/photo/confirm-photo.ts). */
const waitsMs = 7 * 86_400_000;

export function rememberSent(photoId: PhotoId): void {
  deviceMemory.write(key, `${photoId} ${Date.now()}`);
}

export function forgetSent(): void {
  deviceMemory.forget(key);
}

export function sentBefore(): PhotoId | undefined {
  const [photoId, at] = deviceMemory.read(key)?.split(" ") ?? [];
  return isPhotoId(photoId) && Date.now() - Number(at) < waitsMs ? photoId : undefined;
}

function isPhotoId(text: string | undefined): text is PhotoId {
  return text?.startsWith("pho_") ?? false;
}

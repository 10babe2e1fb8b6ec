/**
 * What the answer about a known card carries for who wants to report it or its photo: sealed, because the ids inside stay a person's however often the card is
 * replaced, and whoever checks cards could follow people by them.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import * as z from "zod";
import { employeeId, photoId } from "#shared/employee/employee.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";

/** As long as passes: somebody still stands there. */
const lifeSeconds = 600;

const cipherName = "aes-256-gcm";
/** Bytes («Recommendation for Block Cipher Modes of Operation: Galois/Counter Mode», NIST SP 800-38D, 5.2.1 and 8.2.2). */
const [nonceBytes, tagBytes] = [12, 16];

/** No photo where none was shown. */
const inside = z.tuple([employeeId, photoId.nullable(), z.int()]);

/** Whose card was checked, and which photo was shown. */
interface Shown {
  readonly employeeId: z.infer<typeof employeeId>;
  readonly photoId?: z.infer<typeof photoId> | undefined;
}

interface Keys {
  readonly hmacKey: Pick<DerivedKeys, "derive">;
}

/** @param now when it was answered */
export async function sealMark({ hmacKey }: Keys, shown: Shown, now: Date): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, await hmacKey.derive("photo-report"), nonce);
  const parts = [shown.employeeId, shown.photoId ?? null, epochSeconds(now) + lifeSeconds];
  const sealed = [cipher.update(JSON.stringify(parts), "utf8"), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString("base64url");
}

/** @returns undefined when it is not ours, was changed, or is over */
export async function openMark(
  { hmacKey }: Keys,
  mark: string,
  now: Date,
): Promise<Shown | undefined> {
  const bytes = Buffer.from(mark, "base64url");
  const [nonce, tag] = [
    bytes.subarray(0, nonceBytes),
    bytes.subarray(nonceBytes).subarray(0, tagBytes),
  ];
  if (tag.length < tagBytes) return undefined;
  const key = await hmacKey.derive("photo-report");
  const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(tag);
  const text = [decipher.update(bytes.subarray(nonceBytes + tagBytes))];
  try {
    text.push(decipher.final());
  } catch {
    return undefined;
  }
  const [id, photo, endsAt] = inside.parse(JSON.parse(Buffer.concat(text).toString("utf8")));
  return epochSeconds(now) < endsAt ? { employeeId: id, photoId: photo ?? undefined } : undefined;
}

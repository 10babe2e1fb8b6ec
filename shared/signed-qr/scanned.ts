import { fromDigits } from "./digits.ts";
import { type Opened, openSigned, type Refusal } from "./envelope.ts";
import type { KeyList } from "./key-list.ts";

/** An address as a card's QR has it, or only what stands behind its "#". */
const shape = /^(?:https?:\/\/([^/#]+)\/v\/[^/#]+#?)?([0-9]*)$/i;

/**
 * Checks what a scan of a card's QR says.
 * @param text the address, whose host must be the list's, or only its digits
 */
export async function openScanned(text: string, list: KeyList, now: Date): Promise<Opened> {
  const [, host, digits] = shape.exec(text.trim()) ?? [];
  if (digits === undefined || (host ?? list.host).toLowerCase() !== list.host)
    return refused("not-ours");
  if (digits === "") return refused("unsigned");
  const bytes = fromDigits(digits);
  return bytes ? await openSigned(bytes, list, now) : refused("damaged");
}

function refused(refusal: Refusal): Opened {
  return { ok: false, refusal };
}

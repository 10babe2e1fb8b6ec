/** How a letter ends: cancelled before it was signed, or withdrawn after that. */
import { keptReason } from "#shared/access/reason.ts";
import type { Documents } from "#shared/document/document.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { moveLetter, type SeenLetter, seenLetter, type WriteLetters } from "./draft-letter.ts";
import type { Letter } from "./letter.ts";
import { letterKindRules } from "./letter-kinds.ts";
import { tellingPerson } from "./tell-of-letter.ts";

export type EndLetters = Pick<WriteLetters, "letters" | "registers" | "clock"> & {
  readonly documents: Pick<Documents, "revoking">;
};

/** Its number, if it has one, is void with the reason. @throws NotFound, Conflict `letter-changed`, InvalidInput on `reason` */
export async function cancelLetter(
  api: EndLetters,
  { reason: typed, ...seen }: SeenLetter & { readonly reason: string },
): Promise<Letter> {
  const reason = keptReason(typed);
  const found = await seenLetter(api, seen);
  const { number, id, instansiId } = found;
  const said = { by: seen.by, reason };
  // Of what nobody has signed only who asked for it knows.
  const told = found.request ? tellingPerson(api, found, "letter-ended") : [];
  if (!number) return await moveLetter(api, found, "cancelled", said, told);
  const { day: _, ...place } = number;
  const entry = { ...place, instansiId, state: "void", letter: id, reason } as const;
  const at = api.clock.now().toISOString();
  const others = [api.registers.moving({ ...entry, at }), ...told];
  return await moveLetter(api, found, "cancelled", said, others);
}

/** Whoever checks its QR reads «Dokumen dicabut» from now on; its number stays. @throws as cancelLetter */
export async function withdrawLetter(
  api: EndLetters,
  { reason: typed, ...seen }: SeenLetter & { readonly reason: string },
): Promise<Letter> {
  const reason = keptReason(typed);
  const found = await seenLetter(api, seen);
  if (!found.face) throw new Conflict("letter-changed");
  const revoked = {
    ...paperOf(found.words.kind, found),
    ...{ number: found.face.number, personId: found.id },
    revokedAt: api.clock.now().toISOString(),
  };
  const said = { by: seen.by, reason };
  const others = [api.documents.revoking(revoked), ...tellingPerson(api, found, "letter-ended")];
  return await moveLetter(api, found, "withdrawn", said, others);
}

/** How its paper is registered: numbers are an agency's own. */
export function paperOf(
  kind: Letter["words"]["kind"],
  { instansiId }: Pick<Letter, "instansiId">,
): { readonly kind: string; readonly series: string } {
  return { kind: letterKindRules[kind].title, series: instansiId };
}

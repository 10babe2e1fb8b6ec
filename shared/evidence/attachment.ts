/** PDFs that an agency attaches to what it announces: judged as evidence is, and kept under the agency (decision 0093). */
import * as z from "zod";
import type { Officer } from "#shared/access/scope.ts";
import { evidenceId } from "#shared/audit/source.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type BringEvidence, formsOf, perOfficer } from "./bring-evidence.ts";
import { datedProof, judgeProof } from "./dated-proof.ts";
import type { EvidenceFiles, EvidenceUploadId, StoredEvidence } from "./evidence.ts";
import { evidenceIdOf } from "./evidence-id.ts";

/** What an announcement says of its file. */
export const attachment = z.strictObject({
  file: evidenceId,
  /** Bytes. */
  size: z.int().positive(),
});
export type Attachment = Readonly<z.infer<typeof attachment>>;

/** As the function that judged it says it, and a page hands it on. */
export const provenAttachment = z.strictObject({
  ...attachment.shape,
  proof: z.string().max(64),
});
export type ProvenAttachment = Readonly<z.infer<typeof provenAttachment>>;

/**
 * Days after which the file goes, whatever becomes of its announcement: longer than one may be shown. The store's own rule deletes it
 * (infra/resources/evidence-bucket.ts).
 */
export const attachmentDays = 400;
/** From its announcement on, before which it may lie for two days (dated-proof.ts). */
const keptMs = (attachmentDays - 2) * 86_400_000;

type Bring = Omit<BringEvidence, "employees">;

/** An officer wants to send a file for an announcement. @throws TooManyAttempts */
export async function offerAttachment({ limits, files, clock }: Bring, by: Officer) {
  await limits.count(formsOf(perOfficer), by.employeeId, clock.now());
  const upload: EvidenceUploadId = newId("upl");
  return { upload, form: await files.uploadForm({ employeeId: by.employeeId, upload }) };
}

/**
 * Judges what has arrived and keeps it for the agency. The same upload gets the same answer.
 * @throws NotFound when nothing has arrived; InvalidInput on `attachment`; TooManyAttempts
 */
export async function acceptAttachment(
  { limits, files, judge, hmacKey, clock }: Bring,
  { upload, by }: { readonly upload: EvidenceUploadId; readonly by: Officer },
): Promise<ProvenAttachment> {
  await limits.count(perOfficer, by.employeeId, clock.now());
  const bytes = await files.readUpload({ employeeId: by.employeeId, upload });
  if (!bytes) throw new NotFound("no such upload");
  const judged = await judge(bytes);
  if ("problem" in judged) throw new InvalidInput({ field: "attachment", code: judged.problem });
  // A picture has no text, and readers are promised a PDF.
  if (judged.type !== "application/pdf")
    throw new InvalidInput({ field: "attachment", code: "file-unknown" });
  const stored = { ...judged, salt: upload };
  const file = evidenceIdOf(stored);
  await files.put({ instansiId: by.instansiId, file }, stored);
  const kept: Attachment = { file, size: judged.bytes.length };
  return { ...kept, proof: await datedProof(provenOf(hmacKey, kept, by), clock.now()) };
}

/** The file without its proof, once that holds: who announces has no right to look at it. @throws InvalidInput on `attachment` */
export async function provenFile(
  keys: Pick<DerivedKeys, "derive">,
  { proof, ...given }: ProvenAttachment,
  { by, now }: { readonly by: Officer; readonly now: Date },
): Promise<Attachment> {
  const state = await judgeProof(provenOf(keys, given, by), proof, now);
  if (state === "holds") return given;
  const code = state === "ended" ? "file-proof-ended" : "malformed";
  throw new InvalidInput({ field: "attachment", code });
}

/**
 * The file, whose content must still be what its id says. One that is missing while it ought to be there is for somebody to look at: its store
 * says no more to who lost the right to read it. @param named in an announcement of this instant. @throws NotFound, also once its time is over
 */
export async function readAttachment(
  { files, clock }: { readonly files: Pick<EvidenceFiles, "read">; readonly clock: Clock },
  named: { readonly instansiId: string; readonly at: string },
  { file }: Attachment,
): Promise<StoredEvidence> {
  const { instansiId, at } = named;
  const stored = await files.read({ instansiId, file });
  if (!stored) {
    if (clock.now().getTime() - Date.parse(at) < keptMs)
      logger.error("attachment.missing", { file });
    throw new NotFound("no such file");
  }
  if (evidenceIdOf(stored) === file) return stored;
  logger.error("attachment.other-content", { file });
  throw new NotFound("another file's content");
}

/** Says that the judge accepted this file, of this size, from this officer for this agency. */
function provenOf(keys: Pick<DerivedKeys, "derive">, { file, size }: Attachment, by: Officer) {
  return { keys, use: "attachment", said: [file, size, by.employeeId, by.instansiId] } as const;
}

/** Sends the file of a decree or letter over a link that may break, and has it judged. */
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import type { ProvenAttachment } from "#shared/evidence/attachment.ts";
import type { EvidenceUploadId } from "#shared/evidence/evidence.ts";
import { mostEvidenceBytes } from "#shared/evidence/evidence-limits.ts";
import { backoffMs, wait } from "../api/backoff.ts";
import { NoAnswer, Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { type FileForm, postFile } from "../api/post-file.ts";
import { refusedFile, evidence as text } from "../messages/evidence.ts";
import type { FileTexts } from "./source-fields.tsx";

/** Some seven seconds of pauses: who waits longer presses «Coba lagi». */
const attempts = 5;

/** What this needs of the network. */
export interface FileService<Accepted> {
  readonly start: () => Promise<{ readonly upload: EvidenceUploadId; readonly form: FileForm }>;
  readonly postFile: typeof postFile;
  readonly accept: (upload: EvidenceUploadId) => Promise<Accepted>;
  readonly wait: (ms: number) => Promise<void>;
}

export type EvidenceService = FileService<{ readonly file: string; readonly fileProof: string }>;

/** @param id whom the file is about */
export function serviceOf(id: EmployeeAnswer["id"]): EvidenceService {
  return {
    start: () => call("POST /api/evidence/{id}/uploads", { params: { id } }),
    accept: (upload) =>
      call("POST /api/evidence/{id}/uploads/{upload}/accept", { params: { id, upload } }),
    ...{ postFile, wait },
  };
}

/** For a request of one's own. */
export const ownEvidence: EvidenceService = {
  start: () => call("POST /api/evidence/mine/uploads"),
  accept: (upload) =>
    call("POST /api/evidence/mine/uploads/{upload}/accept", { params: { upload } }),
  ...{ postFile, wait },
};

/** For what the own agency announces. */
export const announcedFile: FileService<ProvenAttachment> = {
  start: () => call("POST /api/evidence/announced/uploads"),
  accept: (upload) =>
    call("POST /api/evidence/announced/uploads/{upload}/accept", { params: { upload } }),
  ...{ postFile, wait },
};

/** Why a file is not even sent. */
export function sizeProblem({ size }: File): string | undefined {
  if (size === 0) return text.empty;
  return size > mostEvidenceBytes ? text.tooLarge : undefined;
}

/** @returns what names the file in a form, or a sentence why there is none @throws Refusal, NoAnswer */
export async function sendEvidence(
  file: File,
  tell: (state: string) => void,
  service: EvidenceService,
): Promise<FileTexts | string> {
  const kept = await sendFile(file, tell, service);
  return typeof kept === "string" ? kept : { sourceFile: kept.file, fileProof: kept.fileProof };
}

/**
 * Each attempt asks for a new permission, as one lives for minutes only.
 * @param tell hears what is done, in words
 * @returns what the service says of the file, or a sentence why there is none @throws Refusal, NoAnswer
 */
export async function sendFile<Accepted extends object>(
  file: File,
  tell: (state: string) => void,
  service: FileService<Accepted>,
): Promise<Accepted | string> {
  const upload = await sent(file, tell, service);
  if (!upload) return text.lost;
  tell(text.judging);
  try {
    // The same upload gets the same answer, so a broken line is tried once more.
    return await service.accept(upload).catch((error) => {
      if (error instanceof NoAnswer) return service.accept(upload);
      throw error;
    });
  } catch (error) {
    const code = error instanceof Refusal ? error.problem.problems?.[0]?.code : undefined;
    const told = Object.entries(refusedFile).find(([each]) => each === code);
    if (told) return told[1];
    throw error;
  }
}

/** @returns the upload that has arrived; undefined when none has @throws Refusal, NoAnswer of the last attempt */
async function sent(
  file: File,
  tell: (state: string) => void,
  service: Pick<FileService<unknown>, "start" | "postFile" | "wait">,
): Promise<EvidenceUploadId | undefined> {
  const onProgress = (share: number) => tell(text.sending(Math.round(share * 100)));
  for (let failures = 1; failures <= attempts; failures++) {
    try {
      tell(text.sending(0));
      const { upload, form } = await service.start();
      if ((await service.postFile(form, file, { onProgress })) === "arrived") return upload;
    } catch (error) {
      if (!(error instanceof NoAnswer) || failures === attempts) throw error;
    }
    if (failures === attempts) break;
    tell(text.again);
    await service.wait(backoffMs(failures));
  }
  return undefined;
}

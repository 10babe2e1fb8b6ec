import type { ProvenAttachment } from "#shared/evidence/attachment.ts";
import type { AnnouncementBody } from "#shared/notification/announcement.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { announcedFile, sendFile } from "../officer/send-evidence.ts";
import type { Checked } from "./announcement-review.tsx";

/** A file that has arrived, and what it was on this device. */
export interface Attached {
  readonly file: File;
  readonly proven: ProvenAttachment;
}

/** What this needs of the network. */
export interface CheckService {
  readonly preview: (body: AnnouncementBody) => Promise<Omit<Checked, "body">>;
  readonly send: (file: File) => Promise<ProvenAttachment | string>;
}

const service: CheckService = {
  preview: (body) =>
    call("POST /api/officer/agency/announcements/preview", { body, readsOnly: true }),
  send: (file) => sendFile(file, () => undefined, announcedFile),
};

/**
 * Asks how many people it would reach. The proof of a file lasts a day or two: then the file is sent once more, by itself.
 * @returns also the file as it is sent @throws Refusal, NoAnswer
 */
export async function checkAnnouncement(
  said: Omit<AnnouncementBody, "attachment">,
  attached: Attached | undefined,
  { preview, send }: CheckService = service,
): Promise<{ readonly checked: Checked; readonly attached: Attached | undefined }> {
  const ask = async (sent: Attached | undefined) => {
    const body = { ...said, ...(sent && { attachment: sent.proven }) };
    return { checked: { body, ...(await preview(body)) }, attached: sent };
  };
  try {
    return await ask(attached);
  } catch (error) {
    const proven = attached && isEnded(error) ? await send(attached.file) : undefined;
    if (!attached || proven === undefined || typeof proven === "string") throw error;
    return await ask({ ...attached, proven });
  }
}

function isEnded(error: unknown): boolean {
  const problems = error instanceof Refusal ? error.problem.problems : undefined;
  return problems?.some(({ code }) => code === "file-proof-ended") === true;
}

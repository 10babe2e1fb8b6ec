import * as z from "zod";
import { evidenceId } from "#shared/audit/source.ts";
import { employeeId } from "#shared/employee/employee.ts";
import {
  acceptAttachment,
  offerAttachment,
  provenAttachment,
} from "#shared/evidence/attachment.ts";
import {
  acceptEvidence,
  type BringEvidence,
  offerUpload,
} from "#shared/evidence/bring-evidence.ts";
import type { DrawnEvidence } from "#shared/evidence/draw-evidence.ts";
import { type EvidenceFiles, type KeptEvidence, uploadId } from "#shared/evidence/evidence.ts";
import {
  acceptedEvidence,
  evidenceLink,
  evidenceUploadAnswer,
} from "#shared/evidence/evidence-answers.ts";
import { findEvidence, type OpenEvidence, openEvidence } from "#shared/evidence/open-evidence.ts";
import { created, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { findForPost } from "#shared/leave/open-paper.ts";
import type { Posts } from "#shared/post/posts.ts";
import { type AskRole, holder, roleHolder } from "#shared/session/require-session.ts";
import { evidencePage, evidencePageHeaders } from "./evidence-page.ts";

export interface EvidenceApi
  extends AskRole,
    Omit<BringEvidence, "employees">,
    Omit<OpenEvidence, "employees" | "files"> {
  readonly files: EvidenceFiles;
  readonly posts: Pick<Posts, "actedBy">;
  /** As pictures; see draw-evidence.ts. */
  readonly draw: (evidence: KeptEvidence) => Promise<DrawnEvidence | undefined>;
}

/** The files that changes of a record rest on (decision 0060), and requests (0085). Long: a table, one entry for each route. */
export function evidenceRoutes(api: EvidenceApi) {
  const editor = roleHolder(api, "petugas");
  return [
    route({
      method: "POST",
      path: "/api/evidence/mine/uploads",
      summary: "Where a file for a request of one's own is sent",
      access: holder(api),
      answers: { 201: evidenceUploadAnswer },
      handle: async ({ principal: by }) =>
        created(await offerUpload(api, { employeeId: by.employeeId, by, own: true })),
    }),
    route({
      method: "POST",
      path: "/api/evidence/mine/uploads/{upload}/accept",
      summary: "Judges what was sent for a request of one's own by its content, and keeps it",
      access: holder(api),
      params: z.strictObject({ upload: uploadId }),
      answers: { 200: acceptedEvidence },
      handle: async ({ principal: by, params: { upload } }) =>
        ok(await acceptEvidence(api, { employeeId: by.employeeId, upload, by, own: true })),
    }),
    route({
      method: "POST",
      path: "/api/evidence/announced/uploads",
      summary: "Where a PDF for an announcement of the own agency is sent",
      access: editor,
      answers: { 201: evidenceUploadAnswer },
      handle: async ({ principal: by }) => created(await offerAttachment(api, by)),
    }),
    route({
      method: "POST",
      path: "/api/evidence/announced/uploads/{upload}/accept",
      summary: "Judges what was sent for an announcement by its content, and keeps it",
      access: editor,
      params: z.strictObject({ upload: uploadId }),
      answers: { 200: provenAttachment },
      handle: async ({ principal: by, params: { upload } }) =>
        ok(await acceptAttachment(api, { upload, by })),
    }),
    route({
      method: "POST",
      path: "/api/evidence/{id}/uploads",
      summary: "Where the file of a decree or letter about this person is sent",
      access: editor,
      params: z.strictObject({ id: employeeId }),
      answers: { 201: evidenceUploadAnswer },
      handle: async ({ principal: by, params: { id } }) =>
        created(await offerUpload(api, { employeeId: id, by })),
    }),
    route({
      method: "POST",
      path: "/api/evidence/{id}/uploads/{upload}/accept",
      summary: "Judges what was sent by its content, and keeps it",
      access: editor,
      params: z.strictObject({ id: employeeId, upload: uploadId }),
      answers: { 200: acceptedEvidence },
      handle: async ({ principal: by, params: { id, upload } }) =>
        ok(await acceptEvidence(api, { employeeId: id, upload, by })),
    }),
    route({
      method: "GET",
      path: "/api/evidence/{id}/files/{file}",
      summary: "An address that downloads the file for a minute; the reading is noted",
      access: roleHolder(api, "petugas", "penyetuju", "auditor"),
      params: z.strictObject({ id: employeeId, file: evidenceId }),
      query: z.strictObject({ grant: z.string().max(64).exactOptional() }),
      answers: { 200: evidenceLink },
      handle: async ({ principal: by, params: { id, file }, query }) =>
        ok({ url: await openEvidence(api, { employeeId: id, file, by, ...query }) }),
    }),
    route({
      method: "GET",
      path: "/api/evidence/{id}/files/{file}/view",
      summary:
        "The file as pictures, for a frame in which nothing runs; the reading is noted. A navigation: browsers send a frame no header of ours",
      access: roleHolder(api, "petugas", "penyetuju", "auditor"),
      params: z.strictObject({ id: employeeId, file: evidenceId }),
      query: z.strictObject({
        grant: z.string().max(64).exactOptional(),
        lang: z.literal("en").exactOptional(),
      }),
      answers: { 200: "text/html" },
      handle: async ({ principal: by, params: { id, file }, query: { lang, ...grant } }) => {
        const found = await findEvidence(api, { employeeId: id, file, by, ...grant });
        return ok(evidencePage(await api.draw(found), lang ?? "id"), evidencePageHeaders);
      },
    }),
    route({
      method: "GET",
      path: "/api/evidence/deciding/{id}/files/{file}/view",
      summary:
        "The same for whoever acts in the post that decides the request; the reading is noted. No download: the paper stays with the office",
      access: holder(api),
      params: z.strictObject({ id: employeeId, file: evidenceId }),
      query: z.strictObject({ grant: z.string().max(64), lang: z.literal("en").exactOptional() }),
      answers: { 200: "text/html" },
      handle: async ({
        principal: { employee: reader },
        params: { id, file },
        query: { lang, grant },
      }) => {
        const found = await findForPost(api, { employeeId: id, file, reader, grant });
        return ok(evidencePage(await api.draw(found), lang ?? "id", true), evidencePageHeaders);
      },
    }),
  ];
}

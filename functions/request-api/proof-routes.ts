import * as z from "zod";
import type { DocumentPage } from "#shared/document/document-page.ts";
import { type IssueDocument, issueDocument } from "#shared/document/issue-document.ts";
import { image } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { permitPapers } from "#shared/leave/leave-permit.ts";
import type { Limit } from "#shared/rate-limit/rate-limits.ts";
import { type AskRequest, findOwnRequest } from "#shared/request/ask-request.ts";
import { isUnsent, type Request, requestId } from "#shared/request/request.ts";
import { proofKind } from "#shared/request/revoke-proof.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import { permitContent, permitPage } from "./leave-permit-page.ts";
import { proofContent, proofPage } from "./request-proof.ts";

export interface ProofApi
  extends AskSession,
    IssueDocument,
    Pick<AskRequest, "limits" | "freezes"> {
  readonly requests: Pick<AskRequest["requests"], "find" | "save">;
  readonly drawDocument: (page: DocumentPage) => Promise<Buffer>;
}

/** A proof is a drawing, and the first one of a state is a write. */
const perPerson: Limit = { name: "own-proof", max: 60, windowSeconds: 3600 };

/** How who asked for something keeps a proof of it (requirement W-13; decision 0086). */
export function proofRoutes(api: ProofApi) {
  return [
    route({
      method: "GET",
      path: "/api/requests/mine/{id}/proof",
      summary:
        "The proof of a request that was sent, as a PDF whose QR can be checked; the same while nothing happens to it; 409 document-revoked",
      access: holder(api),
      params: z.strictObject({ id: requestId }),
      answers: { 200: "application/pdf" },
      handle: async ({ principal: { employee }, params: { id } }) => {
        const now = api.clock.now();
        await api.limits.count(perPerson, employee.id, now);
        const stored = await findOwnRequest(api, { id, person: employee });
        if (isUnsent(stored)) throw new NotFound("It was never sent.");
        const content = proofContent(stored, employee, now);
        const { number, subject, initials } = content;
        const issued = await issueDocument(api, {
          ...{ kind: proofKind, number, subject, initials, personId: employee.id, content },
        });
        return image("application/pdf", await api.drawDocument(proofPage(content, issued)), {
          "content-disposition": `attachment; filename="bukti-pengajuan-${number}.pdf"`,
        });
      },
    }),
    permitRoute(api),
  ];
}

/** How whoever has a leave keeps its Surat Izin Cuti (decision 0120). */
function permitRoute(api: ProofApi) {
  return route({
    method: "GET",
    path: "/api/requests/mine/{id}/permit",
    summary:
      "The Surat Izin Cuti of a leave that was given, as a PDF whose QR can be checked; 409 document-revoked",
    access: holder(api),
    params: z.strictObject({ id: requestId }),
    answers: { 200: "application/pdf" },
    handle: async ({ principal: { employee }, params: { id } }) => {
      await api.limits.count(perPerson, employee.id, api.clock.now());
      const request = await findOwnRequest(api, { id, person: employee });
      const content = request.kind === "leave" ? permitContent(request) : undefined;
      if (!content) throw new NotFound("It has no Surat Izin Cuti.");
      const { number, subject, initials, permit } = content;
      const issued = await issueDocument(api, {
        ...{ ...permitPapers(request), subject, initials, content, personId: employee.id },
        ...{ signer: `${permit.signer.post} · ${permit.instansi}`, issuedAt: decidedAt(request) },
      });
      return image("application/pdf", await api.drawDocument(permitPage(content, issued)), {
        "content-disposition": `attachment; filename="surat-izin-cuti-${number}.pdf"`,
      });
    },
  });
}

/** Its day is that of the decision, whenever it is drawn first. */
const decidedAt = ({ trail, since }: Request) =>
  trail.findLast(({ act }) => act === "approved")?.at ?? since;

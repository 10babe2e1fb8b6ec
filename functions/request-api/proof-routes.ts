import * as z from "zod";
import type { DocumentPage } from "#shared/document/document-page.ts";
import { type IssueDocument, issueDocument } from "#shared/document/issue-document.ts";
import { image } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import type { Limit } from "#shared/rate-limit/rate-limits.ts";
import { type AskRequest, findOwnRequest } from "#shared/request/ask-request.ts";
import { isUnsent, requestId } from "#shared/request/request.ts";
import { proofKind } from "#shared/request/revoke-proof.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
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
  ];
}

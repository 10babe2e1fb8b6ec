import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { requestId } from "#shared/request/request.ts";
import { type RevokeProof, revokeProof } from "#shared/request/revoke-proof.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export type RevokeApi = AskRole & RevokeProof;

/** How officers withdraw the proofs of a request (decision 0099). */
export function revokeRoutes(api: RevokeApi) {
  return [
    route({
      method: "POST",
      path: "/api/requests/officer/{id}/revoke-proofs",
      summary:
        "Withdraws the proofs of a request for good: their QR says so from now on; 409 document-revoked",
      access: roleHolder(api, "petugas", "penyetuju"),
      params: z.strictObject({ id: requestId }),
      body: z.strictObject({ reason: z.string().max(longestReason) }),
      answers: { 200: z.strictObject({ revokedAt: z.iso.datetime() }) },
      handle: async ({ principal: by, params: { id }, body: { reason }, request }) => {
        const revokedAt = await revokeProof(api, { id, by, reason });
        request.note({ outcome: "proofs-revoked" });
        logger.info("proofs.revoked", { requestId: id });
        return ok({ revokedAt });
      },
    }),
  ];
}

import { type Move, nothing } from "./move.ts";

const some = `/api/accounts/bulk-changes/blk_${"0".repeat(26)}`;
const requestId = "00000000-0000-4000-8000-000000000002";

/** A list changes nothing, and what is asked for waits for a second person: one person never gets there. */
export const bulkChangeMoves: Record<string, Move> = {
  "POST /api/accounts/bulk-changes": {
    in: "signed-in",
    weight: 0.2,
    ask: ({ victim }) => ({
      body: {
        ...{ requestId, ids: [victim.id] },
        change: { action: "suspend", kedudukanHukum: "04", source: { number: "888/1" } },
      },
    }),
  },
  "GET /api/accounts/bulk-changes/{bulkId}": { ...nothing, ask: () => ({ path: some }) },
  "POST /api/accounts/bulk-changes/{bulkId}/ask": {
    in: "signed-in",
    weight: 0.2,
    ask: () => ({ path: `${some}/ask`, body: { reason: "SK 12/2026" } }),
  },
  "POST /api/accounts/bulk-changes/{bulkId}/stop": {
    in: "signed-in",
    weight: 0.1,
    ask: () => ({ path: `${some}/stop` }),
  },
};

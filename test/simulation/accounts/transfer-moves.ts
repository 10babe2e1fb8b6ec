import { randomUUID } from "node:crypto";
import { type Move, nothing } from "./move.ts";
import { otherAgency } from "./transfer-tables.ts";

const said = () => ({ reason: "SK 12/2026", requestId: randomUUID() });
const arriving = (how: string, body: object): Move => ({
  in: "signed-in",
  weight: 0.1,
  ask: ({ victim }) => ({ path: `/api/accounts/transfers/${victim.id}/${how}`, body }),
});

/** Somebody who went to another agency would be out of reach of who watch over the account: one person never gets there. */
export const transferMoves: Record<string, Move> = {
  "GET /api/accounts/agencies": nothing,
  "GET /api/accounts/transfers": nothing,
  "GET /api/accounts/{id}/transfer": {
    ...nothing,
    ask: ({ victim }) => ({ path: `/api/accounts/${victim.id}/transfer` }),
  },
  "POST /api/accounts/{id}/transfer": {
    in: "signed-in",
    weight: 0.5,
    ask: async (actor) => ({
      path: `/api/accounts/${actor.victim.id}/transfer`,
      body: {
        ...said(),
        revision: (await actor.record()).revision,
        ...{ to: otherAgency.id, source: { number: "888/1", day: "2026-01-02" } },
      },
    }),
  },
  "POST /api/accounts/{id}/transfer/withdraw": {
    in: "signed-in",
    weight: 0.1,
    ask: ({ victim }) => ({
      path: `/api/accounts/${victim.id}/transfer/withdraw`,
      body: { reason: "Keliru" },
    }),
  },
  "POST /api/accounts/transfers/{id}/accept": arriving("accept", {
    ...{ reason: "SK 12/2026", requestId: "00000000-0000-4000-8000-000000000001" },
    ...{ unitKerja: "Dinas Lain", jabatan: "Arsiparis" },
  }),
  "POST /api/accounts/transfers/{id}/return": arriving("return", { reason: "Belum ada formasi" }),
};

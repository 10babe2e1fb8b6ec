import { randomUUID } from "node:crypto";
import { type Move, nothing } from "./move.ts";

const said = () => ({ reason: "SK 12/2026", requestId: randomUUID() });
const ofNobodys = (how: string, body: object): Move => ({
  in: "signed-in",
  weight: 0.1,
  ask: ({ victim }) => ({
    path: `/api/accounts/${victim.id}/decrees/dec_0/${how}`,
    body: { ...said(), ...body },
  }),
});

/** A decree of a day that has passed would end somebody's sessions at once: one person never gets there. */
export const decreeMoves: Record<string, Move> = {
  "GET /api/accounts/decrees": nothing,
  "GET /api/accounts/{id}/decrees": {
    ...nothing,
    ask: ({ victim }) => ({ path: `/api/accounts/${victim.id}/decrees` }),
  },
  "POST /api/accounts/{id}/decrees": {
    in: "signed-in",
    weight: 1,
    ask: async (actor, draw) => ({
      path: `/api/accounts/${actor.victim.id}/decrees`,
      body: {
        ...said(),
        revision: (await actor.record()).revision,
        ...{ kind: "position", to: { kedudukanHukum: draw.of(["01", "04", "99"]) } },
        ...{ skNumber: "888/1", skDate: "2026-01-02", tmt: draw.of(["2026-02-01", "2030-01-01"]) },
      },
    }),
  },
  "POST /api/accounts/{id}/decrees/{decreeId}/move": ofNobodys("move", { tmt: "2026-02-01" }),
  "POST /api/accounts/{id}/decrees/{decreeId}/withdraw": ofNobodys("withdraw", {}),
};

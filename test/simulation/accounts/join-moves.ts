import { randomUUID } from "node:crypto";
import { type Draw, type Move, nothing } from "./move.ts";
import { sari, siti } from "./world.ts";

/** The holders, whom an officer may ask to join: who has a role, or a frozen account, is refused. */
const twinOf = (id: string, draw: Draw) =>
  draw.of([siti, sari].filter((each) => each.id !== id)) ?? siti;

/** Whose record is joined into another one has no account any more, and may give its address away: one person never gets there. */
export const joinMoves: Record<string, Move> = {
  "GET /api/accounts/{id}/joined": {
    ...nothing,
    ask: ({ victim }) => ({ path: `/api/accounts/${victim.id}/joined` }),
  },
  "GET /api/accounts/{id}/joined/{joinedId}/history": {
    ...nothing,
    ask: ({ victim, self }) => ({
      path: `/api/accounts/${victim.id}/joined/${self.id}/history`,
    }),
  },
  "POST /api/accounts/{id}/join/preview": {
    in: "signed-in",
    weight: 0.1,
    ask: ({ victim }, draw) => ({
      path: `/api/accounts/${victim.id}/join/preview`,
      body: { nip: twinOf(victim.id, draw).nip },
    }),
  },
  "POST /api/accounts/{id}/join": {
    in: "signed-in",
    weight: 0.5,
    ask: async (actor, draw) => {
      const other = twinOf(actor.victim.id, draw);
      const record = await actor.world.tables.employees.find(other.id);
      return {
        path: `/api/accounts/${actor.victim.id}/join`,
        body: {
          ...{ reason: "Satu orang, dua NIP", requestId: randomUUID() },
          ...{ source: { number: "800/7", day: "2026-01-02" }, taken: [] },
          ...{ revision: (await actor.record()).revision, other: other.id },
          ...{ otherRevision: record?.revision ?? 1 },
          survivor: draw.chance(50) ? "here" : "other",
        },
      };
    },
  },
};

import { randomUUID } from "node:crypto";
import type { Actor } from "./actor.ts";
import { type Move, mailedCode, nothing, someone } from "./move.ts";

const change = async (actor: Actor, more: object) => ({
  path: `/api/officer/employees/${actor.victim.id}`,
  body: {
    revision: (await actor.record()).revision,
    requestId: randomUUID(),
    reason: "SK 12/2026",
    ...more,
  },
});
/** What nobody changes alone; the address the most, for what it opens. */
const ofTwo = ({ address: email }: Actor) => [
  ...[{ email }, { email }, { email }, { name: "Siti Penerus" }],
  ...[{ golongan: "IV/e" }, { gelarDepan: "Prof." }],
];
const account = (action: string, body: object = { reason: "Tiket 7" }) => ({
  in: "signed-in" as const,
  ask: ({ victim }: Actor) => ({ path: `/api/accounts/${victim.id}/${action}`, body }),
});
const asked = ({ world }: Actor) => world.tables.approvals.all;
const decision = (area: string, how: string, weight: number, body: object = {}): Move => ({
  in: "signed-in",
  weight,
  when: (actor) => asked(actor).length > 0,
  ask: (actor, draw) => ({
    path: `/api/${area}/approvals/${draw.of(asked(actor).slice(-3))?.id}/${how}`,
    body,
  }),
});
const refusal = { reason: "Belum ada tiket" };

/** What roles allow, about the account of another person. */
export const officers: Record<string, Move> = {
  "POST /api/officer/employees/search": nothing,
  "GET /api/officer/employees/{id}": ofRecord(""),
  "GET /api/officer/employees/{id}/history": ofRecord("/history"),
  "PATCH /api/officer/employees/{id}": {
    in: "signed-in",
    weight: 3,
    ask: (actor, draw) =>
      change(actor, {
        changes: draw.chance(20) ? { jabatan: "Arsiparis Terampil" } : draw.of(ofTwo(actor)),
      }),
  },
  "GET /api/officer/accounts": { ...nothing, ask: () => ({ query: { list: "not-activated" } }) },
  "GET /api/accounts/{id}": {
    ...nothing,
    ask: ({ victim }) => ({ path: `/api/accounts/${victim.id}` }),
  },
  "POST /api/accounts/{id}/unlock": account("unlock"),
  "POST /api/accounts/{id}/freeze": { ...account("freeze"), weight: 0.3 },
  "POST /api/accounts/{id}/unfreeze": account("unfreeze"),
  "POST /api/accounts/{id}/unfreeze-request": {
    in: "signed-in",
    ask: ({ victim }) => ({
      path: `/api/accounts/${victim.id}/unfreeze-request`,
      body: { requestId: randomUUID(), reason: "Tiket 7" },
    }),
  },
  "POST /api/accounts/{id}/activation-mail": account("activation-mail"),
  "POST /api/accounts/{id}/email-change/cancel": account("email-change/cancel"),
  "POST /api/accounts/{id}/phone-change/cancel": account("phone-change/cancel"),
  "POST /api/accounts/{id}/mfa-reset/cancel": { ...account("mfa-reset/cancel"), weight: 0.2 },
  "POST /api/accounts/{id}/mfa-reset/code": account("mfa-reset/code", {}),
  "POST /api/accounts/{id}/mfa-reset": {
    in: "signed-in",
    weight: 3,
    ask: (actor, draw) => {
      const isThere = draw.chance(40);
      const facts = { mode: isThere ? "counter" : "absent", paper: "ktp", ticket: "T-7" };
      const code = isThere ? { code: mailedCode(actor, 8) } : {};
      const body = { ...facts, ...code, reason: "Hilang", requestId: randomUUID() };
      return { path: `/api/accounts/${actor.victim.id}/mfa-reset`, body };
    },
  },
  "POST /api/accounts/{id}/email-correction": {
    in: "signed-in",
    weight: 3,
    ask: async (actor) => {
      const { body } = await change(actor, { email: actor.address });
      return { path: `/api/accounts/${actor.victim.id}/email-correction`, body };
    },
  },
  "POST /api/accounts/people": {
    in: "signed-in",
    weight: 0.2,
    ask: (actor) => ({
      body: {
        entry: {
          ...{ nip: "199001012015031001", kind: "PNS", name: "Dewi Lestari", tmt: "2016-03-01" },
          ...{ kedudukanHukum: "01", golongan: "III/a", jabatan: "Arsiparis" },
          ...{ unitKerja: actor.victim.unitKerja, email: actor.address },
        },
        ...{ reason: "SK 12/2026", requestId: randomUUID() },
      },
    }),
  },
  "POST /api/accounts/{id}/nip-change": {
    in: "signed-in",
    // Where the victim has another number, the other moves have less to do.
    weight: 0.1,
    ask: async (actor) => {
      const { nip } = await actor.record();
      const { body } = await change(actor, { nip: `${nip.slice(0, 15)}977` });
      return { path: `/api/accounts/${actor.victim.id}/nip-change`, body };
    },
  },
  "POST /api/accounts/{id}/record-change": {
    in: "signed-in",
    weight: 3,
    ask: async (actor, draw) => {
      const more = draw.chance(5) ? { kedudukanHukum: draw.of(["01", "04"]) } : {};
      const { body } = await change(actor, { values: { ...draw.of(ofTwo(actor)), ...more } });
      return { path: `/api/accounts/${actor.victim.id}/record-change`, body };
    },
  },
  "GET /api/accounts/approvals": nothing,
  "POST /api/accounts/approvals/{id}/approve": decision("accounts", "approve", 3),
  "POST /api/accounts/approvals/{id}/refuse": decision("accounts", "refuse", 0.2, refusal),
  "POST /api/accounts/approvals/{id}/withdraw": decision("accounts", "withdraw", 0.2),
  "POST /api/operator/role-holders/search": {
    ...nothing,
    ask: ({ victim }) => ({ body: { nip: victim.nip } }),
  },
  "POST /api/operator/role-changes": {
    in: "signed-in",
    weight: 3,
    ask: async (actor, draw) => {
      const { id } = someone(actor, draw);
      const { revision } = await actor.world.parts.roles.find(id);
      const wanted = { action: "grant", role: draw.of(["petugas", "operator", "penyetuju"]) };
      return {
        body: { requestId: randomUUID(), id, revision, ...wanted, reason: "SK 7/2026" },
      };
    },
  },
  "POST /api/operator/account-freezes": {
    in: "signed-in",
    ask: ({ victim: { id } }) => ({ body: { requestId: randomUUID(), id, reason: "Dicuri" } }),
  },
  "GET /api/operator/approvals": nothing,
  "POST /api/operator/approvals/{id}/approve": decision("operator", "approve", 3),
  "POST /api/operator/approvals/{id}/refuse": decision("operator", "refuse", 0.2, refusal),
  "POST /api/operator/approvals/{id}/withdraw": decision("operator", "withdraw", 0.2),
};

function ofRecord(rest: string): Move {
  return {
    ...nothing,
    ask: ({ victim }) => ({ path: `/api/officer/employees/${victim.id}${rest}` }),
  };
}

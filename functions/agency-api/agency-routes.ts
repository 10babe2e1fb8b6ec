import * as z from "zod";
import { approvalId, isDecidedBy } from "#shared/access/approval.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { keptReason } from "#shared/access/reason.ts";
import { type Agency, agencyDetails, agencyId } from "#shared/agency/agency.ts";
import {
  type AgencyAnswer,
  agencyAnswer,
  agencyChangeRequest,
  agencyListAnswer,
  askAgencyChangeRequest,
  newAgencyRequest,
  ownAgencyAnswer,
} from "#shared/agency/agency-answers.ts";
import { askAgencyChange, findOwnAgency } from "#shared/agency/ask-agency-change.ts";
import { addAgency, changeAgency } from "#shared/agency/change-agency.ts";
import { backFaces } from "#shared/card/card-content.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { emblemNames, paletteNames, usualTexts } from "#shared/card/design/template.ts";
import { created, image, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import type { AgencyApi } from "./agency-api.ts";
import { historyRoutes } from "./history-routes.ts";
import { nameWorkRoutes } from "./name-work-routes.ts";
import { usualCardOf } from "./usual-card.ts";

/** Agencies: operators add and change them; a petugas asks for a change of the own one, which a penyetuju decides (decision 0041). */
export function agencyRoutes(api: AgencyApi) {
  return [
    ...operatorRoutes(api),
    ...officerRoutes(api),
    ...nameWorkRoutes(api),
    ...historyRoutes(api),
  ];
}

const { subtitle, contact, finder, issuerHeading } = usualTexts;
const choices = {
  emblems: emblemNames,
  palettes: paletteNames,
  usualTexts: { subtitle, contact, finder, issuerHeading },
};

/** Its work is told by a route of its own (name-work-routes.ts). */
function told({ nameWork: _, ...agency }: Agency): AgencyAnswer {
  return agency;
}

/** Long: a table, one entry for each route. */
function operatorRoutes(api: AgencyApi) {
  const access = roleHolder(api, "operator");
  return [
    route({
      method: "GET",
      path: "/api/operator/agencies",
      summary: "All agencies, and what can be chosen for them",
      access,
      answers: { 200: agencyListAnswer },
      handle: async () => ok({ items: (await api.agencies.list()).map(told), ...choices }),
    }),
    route({
      method: "POST",
      path: "/api/operator/agencies",
      summary: "Adds an agency; 409 agency-exists, agency-name-taken",
      access,
      body: newAgencyRequest,
      answers: { 201: agencyAnswer },
      handle: async ({ principal: { employeeId }, body }) => {
        const id = agencyId.safeParse(body.id);
        if (!id.success) throw new InvalidInput({ field: "id", code: "malformed" });
        const { details } = body;
        const by = { role: "operator", id: employeeId } as const;
        const reason = keptReason(body.reason);
        const added = await addAgency(api, { id: id.data, details, by, reason });
        logger.info("agency.added", { instansiId: added.id });
        return created(told(added));
      },
    }),
    route({
      method: "PATCH",
      path: "/api/operator/agencies/{id}",
      summary: "Changes an agency; 409 agency-changed, agency-name-taken",
      access,
      params: z.strictObject({ id: agencyId }),
      body: agencyChangeRequest,
      answers: { 200: agencyAnswer },
      handle: async ({ principal: { employeeId }, params: { id }, body }) => {
        const by = { role: "operator", id: employeeId } as const;
        const reason = keptReason(body.reason);
        const changed = await changeAgency(api, { ...body, id, by, reason });
        logger.info("agency.changed", { instansiId: id });
        return ok(told(changed));
      },
    }),
  ];
}

/** Long: a table, one entry for each route. */
function officerRoutes(api: AgencyApi) {
  const readers = roleHolder(api, "petugas", "penyetuju");
  return [
    route({
      method: "GET",
      path: "/api/officer/agency",
      summary: "The own agency, and what can be chosen for it; for who works for all of it",
      access: readers,
      answers: { 200: ownAgencyAnswer },
      handle: async ({ principal: by }) => {
        const agency = await findOwnAgency(api, by);
        return ok({ ...(agency && { agency: told(agency) }), ...choices });
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/agency/changes",
      summary:
        "Asks a penyetuju to approve a change of the own agency; 409 agency-changed, agency-name-taken",
      access: roleHolder(api, "petugas"),
      body: askAgencyChangeRequest,
      answers: { 201: z.strictObject({ approvalId }) },
      handle: async ({ principal: by, body }) => {
        const { id } = await askAgencyChange(api, { ...body, by });
        logger.info("approval.asked", { approvalId: id });
        return created({ approvalId: id });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/changes/{id}/faces/{face}",
      summary: "A card's back as it would be, for who asked for the change and who decides it",
      access: readers,
      params: z.strictObject({ id: approvalId, face: z.enum(backFaces) }),
      answers: { 200: "image/webp" },
      handle: async ({ principal: by, params }) => {
        const wanted = await wantedAgency(api, params.id, by);
        const content = usualCardOf(wanted, lookOf(wanted), api.siteUrl);
        return image("image/webp", await api.draw(content, api.photo, params.face), {
          "cache-control": "private, no-store",
        });
      },
    }),
  ];
}

/** The agency as it is asked for. @throws NotFound for everybody who neither asked nor decides */
async function wantedAgency(
  { approvals }: AgencyApi,
  id: z.infer<typeof approvalId>,
  by: RoleHolder,
): Promise<Agency> {
  const approval = await approvals.find(id);
  if (approval?.kind !== "agency-change") throw new NotFound("No such change.");
  const isTheirs = approval.asker.id === by.employeeId || isDecidedBy(approval, by);
  if (!isTheirs) throw new NotFound("No such change.");
  const { instansiId, revision } = approval.subject;
  return { ...agencyDetails.parse(approval.new), id: instansiId, revision };
}

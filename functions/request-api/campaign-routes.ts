import * as z from "zod";
import { isReadOnly } from "#shared/access/principal.ts";
import { type Campaign, campaignId, phaseAt } from "#shared/campaign/campaign.ts";
import {
  type CampaignDetail,
  type CampaignFacts,
  campaignDetail,
  campaignReach,
  campaignsAnswer,
  newCampaign,
  unansweredAnswer,
  unansweredQuery,
} from "#shared/campaign/campaign-answers.ts";
import {
  campaignFigures,
  type ReadCampaign,
  unansweredOf,
} from "#shared/campaign/campaign-figures.ts";
import type { Campaigns } from "#shared/campaign/campaigns.ts";
import {
  countPeople,
  endCampaign,
  findCampaign,
  isOf,
  type OpenCampaign,
  openCampaign,
} from "#shared/campaign/open-campaign.ts";
import { fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import { campaignExportRequest, exportAskedAnswer } from "#shared/export/export-answers.ts";
import { type AddExport, requestExport } from "#shared/export/request-export.ts";
import { accepted, created, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { seenVersion } from "#shared/request/request-answers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface CampaignOfficerApi
  extends AskRole,
    AddExport,
    Omit<OpenCampaign, "campaigns" | "employees">,
    Omit<ReadCampaign, "campaigns"> {
  readonly campaigns: Pick<Campaigns, "find" | "of" | "open" | "save" | "peopleOf" | "answersOf">;
  readonly employees: Pick<Employees, "find" | "findAll" | "search">;
  readonly history: NoteList["history"];
}

/** An agency has some a year. */
const mostListed = 100;
const params = z.strictObject({ id: campaignId });

/** How officers ask a group of their people for addresses and telephones. Long: a table, one entry for each route. */
export function campaignOfficerRoutes(api: CampaignOfficerApi) {
  const readers = roleHolder(api, "petugas", "penyetuju", "auditor");
  const petugas = roleHolder(api, "petugas");
  return [
    route({
      method: "GET",
      path: "/api/requests/campaigns",
      summary: "The campaigns of the agency, the one that ends last first",
      access: readers,
      answers: { 200: campaignsAnswer },
      handle: async ({ principal: by }) => {
        const found = await api.campaigns.of(by.instansiId, mostListed);
        return ok({
          items: found.filter((each) => isOf(each, by)).map((each) => told(api, each)),
          ...(isReadOnly(by) && { readOnly: true as const }),
        });
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/campaigns",
      summary:
        "Opens a campaign for a group of people; the same key again is the same campaign; with only=count it tells how many it would ask, and opens nothing",
      access: petugas,
      body: newCampaign,
      answers: { 200: campaignReach, 201: campaignDetail },
      handle: async ({ principal: by, body: { only, ...body }, request }) => {
        if (only) return ok({ people: await countPeople(api, { ...body, by }) });
        const opened = await openCampaign(api, { ...body, by });
        request.note({ outcome: "campaign-opened" });
        logger.info("campaign.opened", { campaignId: opened.id, people: opened.people });
        return created(await detail(api, opened));
      },
    }),
    route({
      method: "GET",
      path: "/api/requests/campaigns/{id}",
      summary: "A campaign with its figures as they are now",
      access: readers,
      params,
      answers: { 200: campaignDetail },
      handle: async ({ principal: by, params: { id } }) =>
        ok({
          ...(await detail(api, await findCampaign(api, { id, by }))),
          ...(isReadOnly(by) && { readOnly: true as const }),
        }),
    }),
    route({
      method: "GET",
      path: "/api/requests/campaigns/{id}/unanswered",
      summary: "A page of the people who have not answered",
      access: readers,
      params,
      query: unansweredQuery,
      answers: { 200: unansweredAnswer },
      handle: async ({ principal: by, params: { id }, query: { cursor } }) => {
        const found = await findCampaign(api, { id, by });
        await noteList(api, by);
        const { items, next } = await unansweredOf(api, found, { by, after: cursor });
        return ok({
          items: items.map((person) => ({
            ...{ employeeId: person.id, nip: groupNip(person.nip), name: fullName(person) },
            unitKerja: person.unitKerja,
          })),
          ...(next !== undefined && { cursor: next }),
        });
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/campaigns/{id}/export",
      summary:
        "Asks for a file of who has answered and who has not; GET /api/officer/exports/{id} follows it",
      access: petugas,
      params,
      body: campaignExportRequest,
      answers: { 202: exportAskedAnswer },
      handle: async ({ principal: by, params: { id }, body, request }) => {
        const { title } = await findCampaign(api, { id, by });
        const item = await requestExport(api, { ...body, q: "", campaign: { id, title } }, by);
        request.note({ outcome: "export-requested" });
        logger.info("export.requested", { campaignId: id, exportId: item.id });
        return accepted({ exportId: item.id });
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/campaigns/{id}/end",
      summary: "Ends a campaign now; forms that were sent before count",
      access: petugas,
      params,
      body: seenVersion,
      answers: { 200: campaignDetail },
      handle: async ({ principal: by, params: { id }, body: { version }, request }) => {
        const ended = await endCampaign(api, { id, version, by });
        request.note({ outcome: "campaign-ended" });
        logger.info("campaign.ended", { campaignId: id });
        return ok(await detail(api, ended));
      },
    }),
  ];
}

async function detail(api: CampaignOfficerApi, campaign: Campaign): Promise<CampaignDetail> {
  return { ...told(api, campaign), figures: await campaignFigures(api, campaign) };
}

function told({ clock }: Pick<CampaignOfficerApi, "clock">, campaign: Campaign): CampaignFacts {
  const { id, title, group, firstDay, lastDay, zone, people, version, endedBy, endsAt } = campaign;
  return {
    ...{ id, title, group, firstDay, lastDay, zone, people, version },
    phase: phaseAt(campaign, clock.now()),
    ...(endedBy !== undefined && { endedAt: endsAt }),
  };
}

/** Who has answered a campaign and who has not, as a file (requirements P-05 to P-11): its figures, then a row for each of its people. */
import { type Campaign, phaseAt } from "#shared/campaign/campaign.ts";
import {
  type CampaignFigures,
  campaignStandings,
  figuresOf,
  type ReadCampaign,
  type Standing,
} from "#shared/campaign/campaign-figures.ts";
import type { Campaigns } from "#shared/campaign/campaigns.ts";
import { isOf } from "#shared/campaign/open-campaign.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { writtenDay } from "#shared/runtime/turned-day.ts";
import type { Export } from "./export.ts";
import { type Made, madeText, timeText } from "./export-columns.ts";
import type { ExportSheet } from "./export-sheet.ts";

export interface ReadCampaignSheet extends Omit<ReadCampaign, "campaigns"> {
  readonly campaigns: Pick<Campaigns, "find" | "peopleOf" | "answersOf">;
}

const outcomes = {
  unanswered: "Belum mengisi",
  waiting: "Menunggu keputusan",
  refused: "Ditolak, ditarik, atau kedaluwarsa",
  approved: "Disetujui atau sudah sesuai",
} as const;
const inOrder = keysOf(outcomes);

/** Officers call whom they find in it, unit by unit: no e-mail address, no telephone, nothing that somebody typed into a form. */
const headings = ["NIP", "NAMA LENGKAP", "UNIT KERJA", "JAWABAN", "FORMULIR DIKIRIM"] as const;
const widths = [20, 40, 44, 34, 24] as const;

/**
 * Reads a campaign once: its figures and its rows say the same moment. Who has not answered stands first.
 * @returns undefined when it is not there any more, or not all of it is in the scope of who asked
 */
export async function campaignSheet(
  api: ReadCampaignSheet,
  item: Export,
  id: Campaign["id"],
): Promise<ExportSheet | undefined> {
  const campaign = await api.campaigns.find(id);
  const { officerId: employeeId, instansiId, units } = item;
  if (!campaign || !isOf(campaign, { employeeId, instansiId, units })) return undefined;
  const [people, standings] = await Promise.all([
    api.campaigns.peopleOf(id),
    campaignStandings(api, campaign),
  ]);
  const outcomeOf = (person: EmployeeId) => standings.get(person)?.outcome ?? "unanswered";
  const figures = figuresOf(campaign, standings);
  return {
    name: "Pemutakhiran",
    people: inOrder.flatMap((outcome) => people.filter((each) => outcomeOf(each) === outcome)),
    title: (made) => titleOf(item, campaign, { ...made, figures }),
    ...{ headings, widths },
    rowOf: (person) => rowOf(person, standings.get(person.id), campaign),
  };
}

function rowOf(
  person: Employee,
  standing: Standing | undefined,
  { zone }: Pick<Campaign, "zone">,
): readonly string[] {
  return [
    ...[person.nip, fullName(person), person.unitKerja],
    outcomes[standing?.outcome ?? "unanswered"],
    standing ? timeText(zone, new Date(standing.sentAt)) : "",
  ];
}

function titleOf(
  item: Export,
  campaign: Campaign,
  made: Made & { readonly figures: CampaignFigures },
): readonly (readonly string[])[] {
  const { title, instansi, firstDay, lastDay, zone } = campaign;
  const { people, received, unanswered, unmatched, ...decided } = made.figures;
  const days = `${writtenDay(firstDay)} sampai ${writtenDay(lastDay)} (${zone})`;
  return [
    [`Pemutakhiran «${title}», ${instansi}. Memuat data pribadi: simpan di tempat yang aman.`],
    [madeText(item, made)],
    [`Masa pengisian: ${days}, ${stateText(campaign, made.now)}. Angka pada saat ekspor:`],
    [String(people), "orang ditanya"],
    [String(received), "sudah mengisi, yaitu:"],
    ...(["approved", "refused", "waiting"] as const).map((each) => [
      ...[String(decided[each]), outcomes[each].toLowerCase()],
    ]),
    [String(unanswered), "belum mengisi"],
    [String(unmatched), "formulir yang tidak cocok dengan siapa pun"],
    ["Yang tidak lagi dalam tanggung jawab pengekspor ikut dihitung, tetapi tidak tercantum."],
  ];
}

function stateText(campaign: Campaign, now: Date): string {
  const { endsAt, endedBy, zone } = campaign;
  if (phaseAt(campaign, now) !== "ended") return "belum berakhir";
  return `${endedBy ? "diakhiri lebih awal" : "berakhir"} ${timeText(zone, new Date(endsAt))}`;
}

/** What a holder's page is told of the card. */
import * as z from "zod";
import { cardStatuses } from "#shared/employee/kedudukan-hukum.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { freeFields } from "./card-content.ts";

/** What stands on the card, as text; the page shows it as real text too. */
const printedText = z.strictObject({
  kind: z.enum(employeeKinds),
  name: z.string(),
  /** 8-6-1-3 groups. */
  nip: z.string(),
  golongan: z.string(),
  /** "Penata Muda" for PNS; absent for PPPK. */
  pangkat: z.string().exactOptional(),
  jabatan: z.string(),
  unitKerja: z.string(),
  instansi: z.string(),
  /** Letter + 11 digits; absent until the first card is issued. */
  serial: z.string().exactOptional(),
  issuedOn: z.iso.date().exactOptional(),
  /** Kode Periksa, 8 symbols; absent until a card that carries one is drawn. */
  checkCode: z.string().exactOptional(),
  /** PPPK: last day of the contract. */
  contractEnd: z.iso.date().exactOptional(),
});
export type PrintedText = z.infer<typeof printedText>;

export const cardAnswer = z.strictObject({
  status: z.enum(cardStatuses),
  /** "drawn": faces show this text · "drawing": a newer card is on its way · "no-photo": none confirmed yet · "none": not active. */
  state: z.enum(["drawn", "drawing", "no-photo", "none"]),
  /** Version of the faces that can be shown now; absent when there are none. */
  version: z.string().exactOptional(),
  text: printedText,
  /** What the drawn card has no room for; absent when all of it is whole. */
  shortened: z.array(z.enum(freeFields)).readonly().exactOptional(),
  /** «Data per …» */
  asOf: z.iso.datetime(),
});
export type CardAnswer = z.infer<typeof cardAnswer>;

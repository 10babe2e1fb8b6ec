/** What the API tells a holder's page about the card. */
import * as z from "zod";
import {
  fieldOf,
  isOptional,
  isRequired,
  type PrintedField,
  printedFields,
} from "#shared/employee/fields.ts";
import { cardStatuses } from "#shared/employee/kedudukan-hukum.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { photoAsked } from "#shared/employee/photo-review.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { freeFields } from "./card-content.ts";

const textOf = (field: PrintedField) =>
  fieldOf(field).type === "date" ? z.iso.date() : z.string();

/** What stands on the card, as text; the page shows it as real text too. */
const printedText = z.strictObject({
  kind: z.enum(employeeKinds),
  name: z.string(),
  /** 8-6-1-3 groups. */
  nip: z.string(),
  /** "Penata Muda" for PNS; absent for PPPK. */
  pangkat: z.string().exactOptional(),
  ...keyed(printedFields.filter(isRequired), () => z.string()),
  /** The optional fields: the last day of a PPPK's contract. */
  ...keyed(printedFields.filter(isOptional), (field) => textOf(field).exactOptional()),
  /** Letter + 11 digits; absent until the first card is issued. */
  serial: z.string().exactOptional(),
  issuedOn: z.iso.date().exactOptional(),
  /** Kode Periksa, 8 symbols; absent until a card that carries one is drawn. */
  checkCode: z.string().exactOptional(),
});
export type PrintedText = z.infer<typeof printedText>;

export const cardAnswer = z.strictObject({
  status: z.enum(cardStatuses),
  /** The TMT, while it has not come. */
  startsOn: z.iso.date().exactOptional(),
  /** "drawn": faces show this text · "drawing": a newer card is on its way · "no-photo": none confirmed yet · "none": not active. */
  state: z.enum(["drawn", "drawing", "no-photo", "none"]),
  /** Version of the faces that can be shown now; absent when there are none. */
  version: z.string().exactOptional(),
  text: printedText,
  /** The texts that are shortened on the drawn card; absent when there are none. */
  shortened: z.array(z.enum(freeFields)).readonly().exactOptional(),
  /** Why people ask for a new photo, or took the old one away. */
  photoAsked: photoAsked.exactOptional(),
  /** Since when the holder has paused the QR of a card that is active. */
  qrPausedAt: z.iso.datetime().exactOptional(),
  /** «Data per …» */
  asOf: z.iso.datetime(),
});
export type CardAnswer = z.infer<typeof cardAnswer>;

import * as z from "zod";
import type { Cards } from "#shared/card/card.ts";
import { shapes } from "#shared/card/card-content.ts";
import { fileName, frontOnScreen } from "#shared/card/card-file.ts";
import type { Drawings } from "#shared/card/drawn-card.ts";
import { showCard } from "#shared/card/show-card.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { type OpenRecord, openRecord } from "#shared/employee/open-record.ts";
import { image, noContent } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { reader } from "./asking.ts";

export interface RecordCardApi extends AskRole, OpenRecord {
  readonly employees: AskRole["employees"] & OpenRecord["employees"];
  readonly cards: Pick<Cards, "find">;
  readonly drawings: Pick<Drawings, "read">;
}

/** The card of somebody as its holder has it now, for who reads the record. */
export function recordCardRoutes(api: RecordCardApi) {
  return [
    route({
      method: "GET",
      path: "/api/officer/employees/{id}/card",
      summary: "A front of the card as it is valid now; nothing while none is drawn, or none is valid",
      access: reader(api),
      params: z.strictObject({ id: employeeId }),
      // The record's revision: another one makes another address.
      query: z.strictObject({ v: z.string().max(20).optional() }),
      answers: { 200: "image/webp", 204: "nothing" },
      handle: async ({ principal: by, params: { id } }) => {
        const { drawing, files } = await showCard(api, await openRecord(api, { id, by }));
        const front = shapes.map(frontOnScreen).find((file) => files.includes(fileName(file)));
        if (!drawing || !front) return noContent();
        return image("image/webp", await api.drawings.read(drawing, front));
      },
    }),
  ];
}

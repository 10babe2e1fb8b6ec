import type {
  PrintAnswer,
  PrintAskedAnswer,
  PrintListAnswer,
  PrintRequest,
  UnitsAnswer,
} from "#shared/print/print-answers.ts";
import { get, send } from "./member-client.ts";

export const listUnits = (q: string) =>
  get<UnitsAnswer>(`/api/officer/units?${new URLSearchParams({ q })}`);
export const requestPrint = (body: PrintRequest) =>
  send<PrintAskedAnswer>("POST", "/api/officer/prints", body);
/** The officer's own of the last day. */
export const listPrints = () => get<PrintListAnswer>("/api/officer/prints");
export const readPrint = (printId: string) => get<PrintAnswer>(print(printId));
export const printAddress = (printId: string) => `${print(printId)}/pdf`;

const print = (printId: string) => `/api/officer/prints/${encodeURIComponent(printId)}`;

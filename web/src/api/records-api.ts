import type { CardStatus } from "#shared/employee/kedudukan-hukum.ts";
import type {
  EmployeeAnswer,
  EmployeeListAnswer,
  HistoryAnswer,
} from "#shared/employee/record-answers.ts";
import type {
  EmployeeChangeRequest,
  EmployeeQrRequest,
  EmployeeSearch,
  EmployeeStatusRequest,
} from "#shared/employee/record-requests.ts";
import { get, search, send } from "./member-client.ts";

export interface EmployeeQuery {
  readonly q: string;
  readonly status: CardStatus | "";
  readonly cursor?: string | undefined;
}

export function listEmployees({ q, status, cursor }: EmployeeQuery): Promise<EmployeeListAnswer> {
  const body: EmployeeSearch = {
    ...(q && { q }),
    ...(status && { status }),
    ...(cursor && { cursor }),
  };
  return search("/api/officer/employees/search", body);
}

export const readEmployee = (id: string) => get<EmployeeAnswer>(employee(id));
/** @param kind what was changed, or who read the record. @param cursor of the page before; undefined is the newest */
export function readHistory(
  id: string,
  kind: "changes" | "reads",
  cursor: string | undefined,
): Promise<HistoryAnswer> {
  const query = new URLSearchParams({ kind, ...(cursor && { cursor }) });
  return get(`${employee(id)}/history?${query}`);
}
export const changeEmployee = (id: string, body: EmployeeChangeRequest) =>
  send<EmployeeAnswer>("PATCH", employee(id), body);
export const changeStatus = (id: string, body: EmployeeStatusRequest) =>
  send<EmployeeAnswer>("POST", `${employee(id)}/status`, body);
export const replaceQr = (id: string, body: EmployeeQrRequest) =>
  send<EmployeeAnswer>("POST", `${employee(id)}/qr`, body);

const employee = (id: string) => `/api/officer/employees/${encodeURIComponent(id)}`;

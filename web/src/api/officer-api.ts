import type {
  CardStatus,
  EmployeeAnswer,
  EmployeeChangeRequest,
  EmployeeListAnswer,
  EmployeeStatusRequest,
} from "#shared/http/contract.ts";
import { get, send } from "./member-client.ts";

export interface EmployeeQuery {
  readonly q: string;
  readonly status: CardStatus | "";
  readonly cursor?: string | undefined;
}

export function listEmployees({ q, status, cursor }: EmployeeQuery): Promise<EmployeeListAnswer> {
  const query = new URLSearchParams({
    ...(q && { q }),
    ...(status && { status }),
    ...(cursor && { cursor }),
  });
  return get(`/api/officer/employees?${query}`);
}

export const readEmployee = (id: string) => get<EmployeeAnswer>(employee(id));
export const changeEmployee = (id: string, body: EmployeeChangeRequest) =>
  send<EmployeeAnswer>("PATCH", employee(id), body);
export const changeStatus = (id: string, body: EmployeeStatusRequest) =>
  send<EmployeeAnswer>("POST", `${employee(id)}/status`, body);

const employee = (id: string) => `/api/officer/employees/${encodeURIComponent(id)}`;

/** The answers about records. Fields that are not named here are never sent. */
import { codesFrom } from "#shared/employee/email.ts";
import { cardStatus, type Employee, fullName } from "#shared/employee/employee.ts";
import { isOptional, isRequired } from "#shared/employee/fields.ts";
import { groupNip } from "#shared/employee/nip.ts";
import {
  type EmployeeAnswer,
  type EmployeeRow,
  type HistoryAnswer,
  toldFields,
} from "#shared/employee/record-answers.ts";
import { keyed, keyedWhere } from "#shared/runtime/keyed.ts";

export function employeeRow(employee: Employee, now: Date): EmployeeRow {
  const { id, kind, golongan, jabatan, unitKerja } = employee;
  return {
    id,
    nip: groupNip(employee.nip),
    name: fullName(employee),
    kind,
    ...(golongan && { golongan }),
    jabatan,
    unitKerja,
    status: cardStatus(employee, now),
    hasPhoto: employee.photoId !== undefined,
  };
}

/** @param locked why the reader cannot change the record */
export function employeeAnswerOf(
  employee: Employee,
  context: {
    readonly history: HistoryAnswer;
    readonly locked: EmployeeAnswer["locked"] | undefined;
    readonly now: Date;
    readonly newEmailWaitHours: number;
  },
): EmployeeAnswer {
  const { history, locked, now, newEmailWaitHours } = context;
  const codes = codesFrom(employee, newEmailWaitHours);
  return {
    ...keyed(toldFields.filter(isRequired), (field) => employee[field]),
    ...keyedWhere(toldFields.filter(isOptional), (field) => employee[field] || undefined),
    ...employeeRow(employee, now),
    bareName: employee.name,
    ...(codes && codes > now ? { codesFrom: codes.toISOString() } : {}),
    ...(employee.emailFailedAt && { emailFailedAt: employee.emailFailedAt }),
    ...(employee.qrPausedAt && { qrPausedAt: employee.qrPausedAt }),
    revision: employee.revision,
    ...(employee.formerNips && {
      formerNips: employee.formerNips.map(({ nip, until }) => ({ nip: groupNip(nip), until })),
    }),
    ...(locked ? { locked } : {}),
    history,
  };
}

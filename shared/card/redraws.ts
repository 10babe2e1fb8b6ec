import type { EmployeeId } from "#shared/employee/employee.ts";

/** Holders whose card is to be looked at again, without a change of their record. */
export interface Redraws {
  send(id: EmployeeId): Promise<void>;
  /** In as few calls as SQS allows. @throws Error when SQS did not take all of them; some may be sent */
  sendAll(employeeIds: readonly EmployeeId[]): Promise<void>;
  /** How many messages wait or are being worked on, as SQS counts them: approximately, and some seconds late. */
  depth(): Promise<number>;
}

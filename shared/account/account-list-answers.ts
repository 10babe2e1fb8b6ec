/** What the API tells of lists of accounts. */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { accountLists } from "./account-lists.ts";

export const accountRow = z.strictObject({
  id: employeeId,
  /** 8-6-1-3 groups. */
  nip: z.string(),
  /** With degrees. */
  name: z.string(),
  unitKerja: z.string(),
  /** Since when the account is in the list. */
  since: z.iso.datetime(),
});
export type AccountRow = z.infer<typeof accountRow>;

export const accountListQuery = z.strictObject({
  list: z.enum(accountLists),
  cursor: z.string().max(200).optional(),
});

/**
 * Longest in the list first. A page holds 50 rows or is the last; fewer, and not the last, when many people of other units than
 * the reader's were in between.
 */
export const accountListAnswer = z.strictObject({
  items: z.array(accountRow).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
  /** Records that belong on this page but cannot be read; an operator has been alarmed. */
  unreadable: z.int(),
  /** This reader reminds nobody. */
  readOnly: z.literal(true).exactOptional(),
});
export type AccountListAnswer = z.infer<typeof accountListAnswer>;

import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { proofOf } from "#shared/audit/entry-proof.ts";
import { isErasure, personIn } from "#shared/audit/erased-values.ts";
import { employeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { isErasing } from "#shared/employee/erase-record.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { inOrder } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** The key of an entry, in DynamoDB's own notation. */
const keys = z.object({
  subjectId: z.object({ S: z.string() }),
  revision: z.object({ N: z.string() }),
});

const image = z
  .record(
    z.string(),
    z.custom<AttributeValue>((value) => typeof value === "object" && value !== null),
  )
  .default({});

export interface HistoryGuard {
  /** The newest record: whose data are being erased says so before the first value goes. */
  readonly employees: Pick<Employees, "find">;
  readonly erasureYears: number;
  readonly clock: Clock;
}

/**
 * Says which entry of the history was changed or deleted; its line is the alarm. The erasing of a leaver's values alone is none: nothing but values
 * and their salts went, the person's time is over, and their record says that it began (decision 0058).
 */
export function reportOverwritten(guard: HistoryGuard) {
  return inOrder(async ({ eventName, dynamodb }) => {
    const { subjectId, revision } = keys.parse(dynamodb?.Keys);
    const [before, after] = [dynamodb?.OldImage, dynamodb?.NewImage].map((each) =>
      unmarshall(image.parse(each)),
    );
    if (before && after && (await isRightful(guard, before, after))) return;
    const entry = { subjectId: subjectId.S, revision: Number(revision.N) };
    logger.error("history.overwritten", { ...entry, how: eventName });
  });
}

type Item = Record<string, unknown>;

async function isRightful(
  { employees, erasureYears: years, clock }: HistoryGuard,
  before: Item,
  after: Item,
): Promise<boolean> {
  const person = employeeId.safeParse(personIn(before)).data;
  const writtenAt = proofOf(before)?.writtenAt;
  if (!person || !writtenAt || !isErasure(before, after)) return false;
  const employee = await employees.find(person);
  return employee !== undefined && isErasing(employee, { writtenAt, years, now: clock.now() });
}

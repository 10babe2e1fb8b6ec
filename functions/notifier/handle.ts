import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { toApproval } from "#shared/access/approval-table.ts";
import { toAuditEntry } from "#shared/audit/audit-table.ts";
import { toEmployee } from "#shared/employee/employee-item.ts";
import type { Notification } from "#shared/notification/notification.ts";
import { notifyOfApproval } from "#shared/notification/notify-approval.ts";
import { type NotifyHolder, notifyHolder } from "#shared/notification/notify-holder.ts";
import { notifyOfAccountEvent } from "#shared/notification/notify-of-account-event.ts";
import { inOrder } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** An image of a stream's record; `unmarshall` reads the attributes. */
const image = z
  .record(
    z.string(),
    z.custom<AttributeValue>((value) => typeof value === "object" && value !== null),
  )
  .optional();

/** Tells people what the streams bring: of changes of their card and address, of what became of an approval, and of their account. */
export function notifyOfChanges(dependencies: NotifyHolder) {
  return inOrder(async ({ dynamodb }) => {
    const [before, after] = [itemIn(dynamodb?.OldImage), itemIn(dynamodb?.NewImage)];
    if (!after) return;
    for (const { employeeId, code } of await notify(dependencies, before, after))
      logger.info("holder.notified", { employeeId, code });
  });
}

async function notify(
  dependencies: NotifyHolder,
  before: Item | undefined,
  after: Item,
): Promise<readonly Notification[]> {
  if ("subjectId" in after) return await notifyOfAccountEvent(dependencies, toAuditEntry(after));
  if (after.type === "approval") return await notifyOfApproval(dependencies, toApproval(after));
  return before ? await notifyHolder(dependencies, toEmployee(before), toEmployee(after)) : [];
}

type Item = Record<string, unknown>;

function itemIn(written: unknown): Item | undefined {
  const item = image.parse(written);
  return item && unmarshall(item);
}

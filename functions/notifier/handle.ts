import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { toEmployee } from "#shared/employee/employee-item.ts";
import { type NotifyHolder, notifyHolder } from "#shared/notification/notify-holder.ts";
import { inOrder } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** An image of a stream's record; `unmarshall` reads the attributes. */
const image = z
  .record(
    z.string(),
    z.custom<AttributeValue>((value) => typeof value === "object" && value !== null),
  )
  .optional();

/** Tells holders of the changes of their card and address that the employee stream brings. */
export function notifyOfChanges(dependencies: NotifyHolder) {
  return inOrder(async ({ dynamodb }) => {
    const [before, after] = [recordIn(dynamodb?.OldImage), recordIn(dynamodb?.NewImage)];
    if (!before || !after) return;
    for (const { notification, mail } of await notifyHolder(dependencies, before, after)) {
      const fields = { employeeId: after.id, code: notification.code };
      logger.info("holder.notified", fields);
      // The rules let a wrong address pass, or SES does not know our identity. Somebody must look at it.
      if (mail === "refused") logger.error("mail.refused", fields);
    }
  });
}

function recordIn(written: unknown): Employee | undefined {
  const item = image.parse(written);
  return item && toEmployee(unmarshall(item));
}

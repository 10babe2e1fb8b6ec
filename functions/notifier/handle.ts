import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { AttributeValue } from "aws-lambda";
import type { Employee } from "#shared/employee/employee.ts";
import { toEmployee } from "#shared/employee/employee-item.ts";
import { type NotifyHolder, notifyHolder } from "#shared/notification/notify-holder.ts";
import { inOrder } from "#shared/runtime/event-edge.ts";
import { logger } from "#shared/runtime/logger.ts";

type Image = Record<string, AttributeValue> | undefined;

/** Tells holders of the changes of their card that the employee stream brings. */
export function notifyOfChanges(collaborators: NotifyHolder) {
  return inOrder(async ({ dynamodb }) => {
    const [before, after] = [recordIn(dynamodb?.OldImage), recordIn(dynamodb?.NewImage)];
    if (!before || !after) return;
    const notification = await notifyHolder(collaborators, before, after);
    if (notification)
      logger.info("holder.notified", { employeeId: after.id, code: notification.code });
  });
}

function recordIn(image: Image): Employee | undefined {
  return image && toEmployee(unmarshall(image as Parameters<typeof unmarshall>[0]));
}

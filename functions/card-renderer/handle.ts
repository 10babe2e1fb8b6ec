import type { DynamoDBStreamEvent, SQSEvent } from "aws-lambda";
import { type IssueCard, issueCard } from "#shared/card/issue-card.ts";
import { redrawOf } from "#shared/card/redraw-queue.ts";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { eachMessage, inOrder } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** Draws the card of every record that the employee stream, or the redraw queue, names. */
export function renderCards(dependencies: IssueCard) {
  async function render(id: EmployeeId): Promise<void> {
    const outcome = await issueCard(dependencies, id);
    logger.info(`card.${outcome}`, { employeeId: id });
  }
  const fromStream = inOrder(async ({ dynamodb }) =>
    render(employeeId.parse(dynamodb?.Keys?.id?.S)),
  );
  const fromQueue = eachMessage(async ({ body }) => render(redrawOf(body)));

  return (event: DynamoDBStreamEvent | SQSEvent, context: Parameters<typeof fromQueue>[1]) =>
    isFromQueue(event) ? fromQueue(event, context) : fromStream(event, context);
}

function isFromQueue(event: DynamoDBStreamEvent | SQSEvent): event is SQSEvent {
  return event.Records.some((record) => record.eventSource === "aws:sqs");
}

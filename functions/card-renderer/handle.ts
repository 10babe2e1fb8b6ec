import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
} from "aws-lambda";
import {
  type DrawFile,
  drawFile,
  type FileRequest,
  fileRequest,
  type Preparation,
} from "#shared/card/draw-file.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { redrawOf } from "#shared/card/redraw-queue.ts";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { eachMessage, inOrder } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** Draws the card of every record that the employee stream or the redraw queue names, and each file that holder-api asks for. */
export function renderCards(dependencies: DrawFile) {
  async function render(id: EmployeeId): Promise<void> {
    const outcome = await issueCard(dependencies, id);
    logger.info(`card.${outcome}`, { employeeId: id });
  }
  const fromStream = inOrder(async ({ dynamodb }) =>
    render(employeeId.parse(dynamodb?.Keys?.id?.S)),
  );
  const fromQueue = eachMessage(async ({ body }) => render(redrawOf(body)));

  async function handle(event: FileRequest | Preparation, context: Context): Promise<void>;
  async function handle(
    event: DynamoDBStreamEvent | SQSEvent,
    context: Context,
  ): Promise<DynamoDBBatchResponse | SQSBatchResponse>;
  async function handle(
    event: DynamoDBStreamEvent | SQSEvent | FileRequest | Preparation,
    context: Context,
  ) {
    // Before the first event the function has started and drawn its specimens: nothing is left to do.
    if ("prepare" in event) return;
    if (!("Records" in event)) return await drawAsked(dependencies, event);
    return await (isFromQueue(event) ? fromQueue(event, context) : fromStream(event, context));
  }
  return handle;
}

async function drawAsked(dependencies: DrawFile, event: FileRequest): Promise<void> {
  const request = fileRequest.parse(event);
  const outcome = await drawFile(dependencies, request);
  logger.info(`card.file-${outcome}`, request);
}

function isFromQueue(event: DynamoDBStreamEvent | SQSEvent): event is SQSEvent {
  return event.Records.some((record) => record.eventSource === "aws:sqs");
}

import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import type { Redraws } from "./redraws.ts";

const message = z.object({ employeeId });

/** SQS's limit. */
const mostInBatch = 10;
const depthNames = [
  "ApproximateNumberOfMessages",
  "ApproximateNumberOfMessagesNotVisible",
] as const;

/** Holders whose card is to be looked at again, without a change of their record. */
export class RedrawQueue implements Redraws {
  readonly #sqs: SQSClient;
  readonly #url: string;

  constructor(sqs: SQSClient, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  async send(id: EmployeeId): Promise<void> {
    await this.#sqs.send(
      new SendMessageCommand({ QueueUrl: this.#url, MessageBody: messageOf(id) }),
    );
  }

  async sendAll(employeeIds: readonly EmployeeId[]): Promise<void> {
    for (let at = 0; at < employeeIds.length; at += mostInBatch) {
      const batch = employeeIds.slice(at, at + mostInBatch);
      const { Failed = [] } = await this.#sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: this.#url,
          Entries: batch.map((id, i) => ({ Id: String(i), MessageBody: messageOf(id) })),
        }),
      );
      if (Failed.length > 0) {
        throw new Error(`The redraw queue refused ${Failed.length} messages: ${Failed[0]?.Code}.`);
      }
    }
  }

  async depth(): Promise<number> {
    const { Attributes = {} } = await this.#sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: this.#url, AttributeNames: [...depthNames] }),
    );
    return depthNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  }
}

/** Whose card a message asks for. @throws when it is not a message of ours */
export function redrawOf(messageBody: string): EmployeeId {
  return message.parse(JSON.parse(messageBody)).employeeId;
}

function messageOf(id: EmployeeId): string {
  return JSON.stringify({ employeeId: id } satisfies z.infer<typeof message>);
}

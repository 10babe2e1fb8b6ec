import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { z } from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";

const message = z.object({
  employeeId: z.custom<EmployeeId>((id) => typeof id === "string" && id.startsWith("emp_")),
});

/** Holders whose card is to be looked at again, without a change of their record. */
export class RedrawQueue {
  readonly #sqs: SQSClient;
  readonly #url: string;

  constructor(sqs: SQSClient, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  async send(employeeId: EmployeeId): Promise<void> {
    await this.#sqs.send(
      new SendMessageCommand({ QueueUrl: this.#url, MessageBody: JSON.stringify({ employeeId }) }),
    );
  }
}

/** Whose card a message asks for. @throws when it is not a message of ours */
export function redrawOf(messageBody: string): EmployeeId {
  return message.parse(JSON.parse(messageBody)).employeeId;
}

import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import type { Redraws } from "./redraws.ts";

const message = z.object({ employeeId });
type Message = z.infer<typeof message>;

/** Holders whose card is to be looked at again, without a change of their record. */
export class RedrawQueue implements Redraws {
  readonly #queue: MessageQueue<Message>;

  constructor(sqs: SQSClient, url: string) {
    this.#queue = new MessageQueue(sqs, url);
  }

  send(id: EmployeeId): Promise<void> {
    return this.#queue.send({ employeeId: id });
  }

  sendAll(employeeIds: readonly EmployeeId[]): Promise<void> {
    return this.#queue.sendAll(employeeIds.map((id) => ({ employeeId: id })));
  }

  depth(): Promise<number> {
    return this.#queue.depth();
  }
}

/** Whose card a message asks for. @throws when it is not a message of ours */
export function redrawOf(messageBody: string): EmployeeId {
  return message.parse(JSON.parse(messageBody)).employeeId;
}

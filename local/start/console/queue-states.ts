import type { CloudServices } from "../../cloud/assembly/deployer.ts";
import type { QueueState } from "./queues.ts";

/** How many messages of a queue are shown. */
const shown = 50;

/** All queues, those with dead letters first. */
export function queueStates({
  sqs,
  deadLetterQueues,
}: Pick<CloudServices, "sqs" | "deadLetterQueues">): QueueState[] {
  const states = sqs.queueArns().map((arn) => ({
    name: arn.split(":").at(-1) ?? arn,
    isForDeadLetters: deadLetterQueues.has(arn),
    ...sqs.depth(arn),
    messages: sqs.peek(arn, shown),
  }));
  const lost = ({ isForDeadLetters, messages }: QueueState) =>
    isForDeadLetters ? messages.length : 0;
  return states.sort((a, b) => lost(b) - lost(a) || a.name.localeCompare(b.name));
}

import type { Judgement } from "./worker-messages.ts";

/** Whether there is a reason to send the file: somebody can be taken, or only the function can tell. */
export function canBeSent(
  judgement: Judgement,
): judgement is Exclude<Judgement, { say: "unreadable" }> {
  if (judgement.say === "judged") return judgement.summary.people > 0;
  return judgement.say === "unsupported";
}

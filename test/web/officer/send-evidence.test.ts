import { expect, test } from "vitest";
import { NoAnswer } from "../../../web/src/api/client.ts";
import type { Delivery } from "../../../web/src/api/post-file.ts";
import { evidence as text } from "../../../web/src/messages/evidence.ts";
import { type EvidenceService, sendEvidence } from "../../../web/src/officer/send-evidence.ts";

const file = new File(["%PDF-1.7"], "sk.pdf");

/** A link whose uploads end as told, one after the other; "no-answer" is one that could not even begin. Time passes at once. */
function weakLink(...fates: readonly (Delivery | "no-answer")[]) {
  const left = [...fates];
  const accepted: string[] = [];
  const waits: number[] = [];
  let begun = 0;
  const service: EvidenceService = {
    start: async () => {
      if (left[0] === "no-answer") {
        left.shift();
        throw new NoAnswer("no answer");
      }
      begun++;
      return { upload: `upl_${begun}` as const, form: { url: "https://bucket.test", fields: {} } };
    },
    postFile: async () => {
      const fate = left.shift();
      return fate === undefined || fate === "no-answer" ? "lost" : fate;
    },
    accept: async (upload) => {
      accepted.push(upload);
      return { file: `evd_${upload}`, fileProof: "proof" };
    },
    wait: async (ms) => {
      waits.push(ms);
    },
  };
  return { service, accepted, waits };
}

test("what is lost on its way is sent once more by a new permission, and said", async () => {
  const { service, accepted, waits } = weakLink("lost", "no-answer", "stalled", "arrived");
  const told: string[] = [];
  const sent = await sendEvidence(file, (state) => told.push(state), service);
  expect(sent).toEqual({ sourceFile: "evd_upl_3", fileProof: "proof" });
  expect(accepted).toEqual(["upl_3"]);
  expect(waits).toHaveLength(3);
  expect(told.filter((state) => state === text.again)).toHaveLength(3);
});

test("where nothing arrives it ends in a sentence", async () => {
  const { service, accepted, waits } = weakLink();
  expect(await sendEvidence(file, () => {}, service)).toBe(text.lost);
  expect([accepted, waits.length]).toEqual([[], 4]);
});

test("a link that stays down is told as such", async () => {
  const down = Array.from({ length: 5 }, () => "no-answer" as const);
  await expect(sendEvidence(file, () => {}, weakLink(...down).service)).rejects.toThrow(NoAnswer);
});

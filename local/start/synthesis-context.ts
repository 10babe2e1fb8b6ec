import { demoRoot } from "./demo-root.ts";

const { x, y } = demoRoot().publicKey;

/**
 * Settings besides those of cdk.json, for the embedded cloud: what functions answer is held to what their routes state, and its
 * account has room for what they reserve. Who left ten years ago is erased, and files of requests go after 400 days, so that the job has something to do; every photo waits for an
 * officer, so that the queue has. Cards are signed.
 */
export const synthesisContext = {
  checkAnswers: true,
  lambdaConcurrency: 1000,
  erasureYears: 10,
  evidenceDays: 400,
  photoReviewPercent: 100,
  signingKey: "first",
  rootKey: `${x}.${y}`,
} as const;

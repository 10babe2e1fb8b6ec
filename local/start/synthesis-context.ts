/**
 * Settings besides those of cdk.json, for the embedded cloud: what functions answer is held to what their routes state, and its
 * account has room for what they reserve. Who left ten years ago is erased, so that the job has something to do.
 */
export const synthesisContext = {
  checkAnswers: true,
  lambdaConcurrency: 1000,
  erasureYears: 10,
} as const;

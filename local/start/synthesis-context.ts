/**
 * Settings besides those of cdk.json, for the embedded cloud: what functions answer is held to what their routes state, and its
 * account has room for what they reserve.
 */
export const synthesisContext = { checkAnswers: true, lambdaConcurrency: 1000 } as const;

/** Settings besides those of cdk.json, for the embedded cloud: what functions answer is held to what their routes state. */
export const synthesisContext = { checkAnswers: true } as const;

/**
 * What a function answers about a batch it was given.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */

/**
 * The items that the answer calls failed.
 * @param ids of the batch's items
 * @returns all of them when the answer cannot be understood, as Lambda takes it
 */
export function failedItems(answer: unknown, ids: readonly string[]): ReadonlySet<string> {
  if (answer === null || answer === undefined || answer === "") return new Set();
  if (typeof answer !== "object") return new Set(ids);
  const { batchItemFailures: failures }: { batchItemFailures?: unknown } = answer;
  if (failures === null || failures === undefined) return new Set();
  if (!Array.isArray(failures)) return new Set(ids);
  const failed = failures.map((failure) => failure?.itemIdentifier);
  return new Set(failed.every((id) => ids.includes(id)) ? failed : ids);
}

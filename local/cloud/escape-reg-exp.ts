/** A text as a regular expression that matches it and nothing else. (RegExp.escape is not in our target yet.) */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

import { setFlagsFromString } from "node:v8";

/**
 * For a function that draws: has V8 collect garbage less often. Pixels and files are not in its heap but count as if they
 * were, so that a heap of 10 MB was gone through after every third card; and a function has one CPU, so nothing is collected
 * beside it. Four times what is alive may be held before the next collection. V8 reads the number after each.
 */
export function collectSeldom(): void {
  setFlagsFromString("--heap-growing-percent=300");
}

import { setFlagsFromString } from "node:v8";

/**
 * Makes V8 collect garbage less often, for functions that draw. Pixels and files are not in V8's heap, but V8 counts them, so
 * it searched a heap of 10 MB after every third card, and a function has one CPU for everything. Now the next collection
 * waits until the heap is four times the size of what is alive. V8 reads the number after each collection.
 */
export function collectSeldom(): void {
  setFlagsFromString("--heap-growing-percent=300");
}

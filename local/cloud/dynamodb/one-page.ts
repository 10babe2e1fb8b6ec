import { type Item, itemSize } from "./attribute-value.ts";

/** A request of Query or Scan; dynalite reads its limit before each item. */
export interface Page {
  Limit?: number;
}

/** «A single Query operation will read up to ... a maximum of 1 MB of data» ("Query" in the DynamoDB API Reference; "Scan" says the same). */
const mostPageBytes = 1024 * 1024;

/** Ends the page with the item that fills it. dynalite counts characters for bytes, of which one may have three. */
export async function* onePage(values: AsyncIterable<Item>, page: Page): AsyncGenerator<Item> {
  let [items, bytes] = [0, 0];
  for await (const value of values) {
    items++;
    bytes += itemSize(value);
    if (bytes >= mostPageBytes) page.Limit = Math.min(items, page.Limit ?? items);
    yield value;
  }
}

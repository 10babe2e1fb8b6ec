import type { SeededPerson } from "../../../local/demo/seed.ts";
import type { Tour } from "./tour.ts";

/** Goes through the queue by its key, up to this person: other stories ask for things too. */
export async function findInQueue(desk: Tour, { employee }: SeededPerson): Promise<void> {
  await desk.shows("#request-title:focus");
  const title = desk.page.locator("#request-title");
  for (let steps = 0; steps < 50; steps++) {
    if ((await title.textContent())?.includes(employee.name)) return;
    await desk.page.keyboard.press("j");
  }
  throw new Error(`${employee.name} does not wait in the queue.`);
}

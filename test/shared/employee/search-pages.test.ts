import { expect, test } from "vitest";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { merged, pageOf } from "#shared/employee/search-pages.ts";
import { anEmployee } from "../../support/builders.ts";

async function* from(...lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

test("who cannot be read is counted, and the page is filled from the lines behind", async () => {
  const readable = new Map(
    (["emp_1", "emp_3", "emp_4"] as const).map((id) => [id, anEmployee({ id })]),
  );
  const findAll = async (ids: readonly EmployeeId[]) =>
    new Map([...readable].filter(([id]) => ids.includes(id)));
  const lines = ["0ani\temp_1", "0budi\temp_2", "0citra\temp_3", "0dewi\temp_4"];
  const page = await pageOf(from(...lines), findAll, { words: [], limit: 2, fits: () => true });

  expect(page.items.map(({ id }) => id)).toEqual(["emp_1", "emp_3"]);
  expect(page.unreadable).toBe(1);
  expect(Buffer.from(page.next ?? "", "base64url").toString()).toBe("0citra\temp_3");
});

test.each([
  [[["a", "c"], ["b"]], "abc"],
  [[[], ["a"], []], "a"],
  [[["b"], ["a"], ["c"]], "abc"],
  [[], ""],
])("sorted sources %j are merged into one", async (sources, merge) => {
  const lines = await Array.fromAsync(merged(sources.map((lines) => from(...lines))));

  expect(lines.join("")).toBe(merge);
});

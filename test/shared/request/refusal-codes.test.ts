import { expect, test } from "vitest";
import { anEmployee } from "../../support/builders.ts";
import { requestWorld } from "../../support/request-world.ts";

test("what came without a file is refused for no fault of a file, and a file can be asked for", async () => {
  const { submit, decide } = requestWorld(anEmployee());
  const { id } = await submit("data-change", { values: { birthPlace: "Cirebon" } });
  const said = { code: "bts", reason: "Buram" } as const;

  await expect(decide(id, { act: "reject", ...said })).rejects.toMatchObject({
    problems: [{ field: "code", code: "unknown-choice" }],
  });
  const { request } = await decide(id, { act: "clarify", ...said });
  expect(request.state).toBe("clarifying");
});

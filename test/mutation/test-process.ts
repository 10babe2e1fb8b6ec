/** Runs test files of one project as its parent asks: vitest and what it has transformed stay loaded from one to the next. */
import { createVitest, type TestModule } from "vitest/node";
import * as z from "zod";

const ask = z.object({ changed: z.array(z.string()), files: z.array(z.string()) });

const vitest = await createVitest("test", {
  watch: false,
  project: process.argv.slice(2),
  reporters: [{}],
  bail: 1,
});
await vitest.standalone();
const specifications = await vitest.globTestSpecifications();
process.on("message", async (message) => {
  const { changed, files } = ask.parse(message);
  for (const file of changed) vitest.invalidateFile(file);
  const chosen = specifications.filter(({ moduleId }) => files.includes(moduleId));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen);
  // Vitest answers with the files of earlier runs, too. What it did not run after a failure counts as failed: without a reason.
  const failures = testModules.flatMap((module) =>
    files.includes(module.moduleId) && module.state() === "failed" ? reasonOf(module) : [],
  );
  const unhandled = unhandledErrors.map((error) => ({ test: "an error", message: String(error) }));
  process.send?.({
    failure: [...failures, ...unhandled].find(({ message }) => message) ?? failures[0],
  });
});
process.once("disconnect", () => process.exit());
process.send?.(specifications.map(({ moduleId }) => moduleId));

function reasonOf(module: TestModule) {
  const [first] = module.children.allTests("failed");
  const error = first?.result().errors?.[0] ?? module.errors()[0];
  return {
    test: `${module.relativeModuleId}: ${first?.fullName ?? ""}`,
    message: error?.message ?? "",
  };
}

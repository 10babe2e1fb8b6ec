import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { explain, readOptions } from "../../../local/start/options.ts";

const one = { port: 3000 };

test("without options the site is at port 3000 and its state is kept in .kartu", () => {
  expect(readOptions([])).toEqual({
    ...{ reset: false, ephemeral: false, port: 3000, home: ".kartu" },
    ...{ watch: false, faults: undefined },
  });
});

test.for([
  ["--port", "0"],
  ["--port", "abc"],
  ["--port", "65534"],
  ["--port="],
  ["--prot", "4"],
  ["4"],
])("%s is refused in one sentence", (args) => {
  const said = sentenceOf(() => readOptions(args));

  expect(said).toMatch(/^[^\n]+\.$/);
  expect(said).toContain("--port");
});

test("faults are drawn by a seed, a given one or any", () => {
  expect(readOptions(["--faults", "--seed", "7"]).faults).toBe("7");
  expect(readOptions(["--faults"]).faults).toMatch(/^\d{1,6}$/);
  expect(sentenceOf(() => readOptions(["--seed", "7"]))).toMatch(
    /^--seed goes with --faults[^\n]+\.$/,
  );
});

test("a taken port is told with one that may be free", () => {
  const taken = Object.assign(new Error("listen EADDRINUSE"), { code: "EADDRINUSE" });

  expect(explain(taken, one)).toBe(
    "Port 3000, 3001 or 3002 is taken: choose another with npm start -- --port 3010.",
  );
});

test("a disk that fills up while files are written, or while the store grows, is told in one sentence", () => {
  const file = new Error("Kartu-Data/bucket: write failed", {
    cause: Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
  });

  for (const error of [file, fullStore()])
    expect(explain(error, one)).toMatch(/^The disk is full: [^\n]+\.$/);
});

test("a full disk is told also when a compiler or the embedded cloud passes it on", () => {
  const passedOn = [
    new Error("Build failed with 1 error:\nx.js: ERROR: ENOSPC: no space left on device, copyfile"),
    new Error("IO error: 000003.log: No space left on device"),
    new AggregateError([Object.assign(new Error("write"), { code: "ENOSPC" })], "two failed"),
  ];
  for (const error of passedOn)
    expect(explain(error, { port: 3000 })).toMatch(/^The disk is full: [^\n]+\.$/);
});

test("a folder that cannot be written to is told in one sentence", () => {
  const denied = Object.assign(new Error("mkdir"), { code: "EACCES" });

  expect(explain(denied, one)).toMatch(/^The folder [^\n]+ cannot be written to[^\n]+\.$/);
});

test("what nobody foresaw is told whole", () => {
  const bug = new TypeError("x is not a function");

  expect(explain(bug, one)).toBe(bug.stack);
});

function sentenceOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return explain(error, one);
  }
  throw new Error("Nothing was refused.");
}

/** What SQLite says when it may not grow. */
function fullStore(): unknown {
  const db = new DatabaseSync(":memory:");
  db.exec("CREATE TABLE t (v TEXT); PRAGMA max_page_count = 3");
  try {
    db.prepare("INSERT INTO t VALUES (?)").run("x".repeat(100_000));
  } catch (error) {
    return error;
  } finally {
    db.close();
  }
  throw new Error("The store took more than it may hold.");
}

import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { demandRuntime2, reduceToRuntime2 } from "../../cloudfront/function-runtime.ts";
import { ViewerFunction } from "../../cloudfront/viewer-function.ts";

test.each([
  ["destructuring an object", "const { uri } = request;"],
  ["destructuring an array", "const [a] = b;"],
  ["destructured parameters", "function handler({ request }) { return request; }"],
  ["a default", "function handler(event = {}) { return event; }"],
  ["for of", "for (const a of b) c(a);"],
  ["spreading", "f([...a]);"],
  ["optional chaining", "a?.b;"],
  ["nullish coalescing", "a ?? b;"],
  ["logical assignment", "a ||= b;"],
  ["a class", "class A {}"],
  ["a generator", "function* a() {}"],
  ["a short property", "f({ a });"],
  ["a computed property", "f({ [a]: 1 });"],
  ["a method", "f({ a() {} });"],
  ["a catch without a name", "try { a(); } catch { b(); }"],
  ["the flag u", "/a/u.test(b);"],
  ["looking back", "/(?<=a)b/.test(c);"],
  ["a big number", "1n;"],
])("%s is refused, with its place", (_, code) => {
  expect(() => demandRuntime2("pretty-paths", code)).toThrow(
    /CloudFront's runtime 2\.0 has no \w+ like ".*" \(pretty-paths, line 1, column \d+\)\./,
  );
});

test("what the runtime's document lists is accepted", () => {
  const code = `
    const table = { a: 1 };
    let n = 2 ** 3;
    async function wait(x) { return await x; }
    function handler(event, ...rest) {
      for (var i = 0; i < 3; i++) { if (rest[i]) continue; else break; }
      try { switch (n) { case 1: throw new Error("a"); default: n = -n; } } catch (e) { n = 0; } finally { n++; }
      return [1, 2].map((x) => \`\${x}\${table.a}\`).join(",") + /^(\\w+)$/gi.exec("a")[1];
    }`;
  expect(() => demandRuntime2("f", code)).not.toThrow();
});

test("a function of a distribution is refused when it is deployed", () => {
  expect(
    () => new ViewerFunction("f", "function handler({ request }) { return request; }"),
  ).toThrow("ObjectPattern");
});

test("methods that the runtime does not have are not there", () => {
  const context = createContext({});
  runInContext(reduceToRuntime2, context);
  const has = (expression: string) => runInContext(`typeof ${expression}`, context);
  expect(
    [
      "[].flatMap",
      "[].at",
      "''.at",
      "''.matchAll",
      "Object.fromEntries",
      "Object.groupBy",
      "Array.from",
    ].map(has),
  ).toEqual(Array(7).fill("undefined"));
  expect(
    [
      "[].indexOf",
      "[].includes",
      "''.startsWith",
      "''.padStart",
      "Object.entries",
      "Array.isArray",
    ].map(has),
  ).toEqual(Array(6).fill("function"));
});

test("a name from outside that every object has is a name like another", async () => {
  const passing = new ViewerFunction(
    "f",
    "async function handler(event) { return event.request; }",
  );
  const request = {
    ...{ method: "GET", target: "/kartu?__proto__=1&constructor=2&a=3&a=4", sourceIp: "127.0.0.1" },
    headers: { cookie: "__proto__=5; __proto__=6" },
    body: Buffer.alloc(0),
  };

  expect(await passing.onRequest(request)).toEqual(request);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

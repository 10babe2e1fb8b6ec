import { expect, test } from "vitest";
import { Distribution } from "../../cloudfront/distribution.ts";
import { managedCachePolicies } from "../../cloudfront/policies.ts";

const cachingDisabled = managedCachePolicies["4135ea2d-6df8-44a3-9df3-4b5a84be39ad"];

/** A distribution whose origin answers with the statuses, one after the other. @param keptFor seconds for 503, where it says so */
function distributionOf(statuses: readonly number[], keptFor?: number) {
  if (!cachingDisabled) throw new Error("There is no such policy.");
  const time = { ms: 0 };
  let asked = 0;
  const distribution = new Distribution({
    id: "E1",
    behaviors: [
      {
        pathPattern: "*",
        async origin() {
          const status = statuses[asked++] ?? 200;
          const headers = { "cache-control": "no-store", "x-number": String(asked) };
          return { status, headers, cookies: [], body: Buffer.alloc(0) };
        },
        ...{
          allowedMethods: ["GET", "HEAD", "POST"],
          compress: false,
          originRequestPolicy: undefined,
        },
        ...{ cachePolicy: cachingDisabled, responseHeadersPolicy: undefined },
        ...{ onViewerRequest: undefined, onViewerResponse: undefined },
      },
    ],
    defaultRootObject: undefined,
    errorResponses:
      keptFor === undefined
        ? []
        : [{ status: 503, responseStatus: 503, responsePath: undefined, keptFor }],
    translateHeader: (_, value) => value,
    now: () => time.ms,
  });
  const ask = async (target: string, method = "GET", cookie = "") => {
    const { response } = await distribution.handle({
      ...{ method, target, headers: { cookie }, body: Buffer.alloc(0), sourceIp: "192.0.2.1" },
    });
    return `${response.status} ${response.headers["x-number"]}`;
  };
  return { ask, time };
}

test.each([500, 502, 503, 504])(
  "a %i is served to everybody for ten seconds, whatever it says of caching",
  async (status) => {
    const { ask, time } = distributionOf([status]);

    expect(await ask("/api/me?a=1", "GET", "session=one")).toBe(`${status} 1`);
    expect(await ask("/api/me?a=2", "HEAD", "session=another")).toBe(`${status} 1`);
    expect(await ask("/api/other")).toBe("200 2");
    time.ms = 9_999;
    expect(await ask("/api/me")).toBe(`${status} 1`);
    time.ms = 10_000;
    expect(await ask("/api/me")).toBe("200 3");
  },
);

test.each([400, 401, 403, 404, 409, 429])("a %i that may not be kept is not", async (status) => {
  const { ask } = distributionOf([status]);

  expect([await ask("/api/me"), await ask("/api/me")]).toEqual([`${status} 1`, "200 2"]);
});

test("what is asked by another method is not kept", async () => {
  const { ask } = distributionOf([503]);

  expect([await ask("/api/me", "POST"), await ask("/api/me", "POST")]).toEqual(["503 1", "200 2"]);
});

test("a distribution may say that none is kept, and then none is", async () => {
  const { ask } = distributionOf([503, 500], 0);

  expect([await ask("/a"), await ask("/a")]).toEqual(["503 1", "500 2"]);
  expect(await ask("/a")).toBe("500 2");
});

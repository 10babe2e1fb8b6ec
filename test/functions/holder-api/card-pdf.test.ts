import { beforeEach, expect, test, vi } from "vitest";
import { contentHash } from "#shared/card/content-hash.ts";
import { logger } from "#shared/runtime/logger.ts";
import { changeByTwo } from "../../support/change-by-two.ts";
import { holderApiUnderTest, siti } from "./holder-api-under-test.ts";

const path = "/api/me/card/pdf";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test.each([
  [{ shape: "landscape" }, "landscape-card", "kartu-asn-kartu-lanskap.pdf"],
  [{ shape: "landscape", sheet: "a4" }, "landscape-a4", "kartu-asn-a4-lanskap.pdf"],
  [{ shape: "portrait", sheet: "card" }, "portrait-card", "kartu-asn-kartu-potret.pdf"],
  [{ shape: "portrait", sheet: "a4" }, "portrait-a4", "kartu-asn-a4-potret.pdf"],
])(
  "%j is a download of its own name, which says nothing of its holder",
  async (query, file, name) => {
    const { get } = await holderApiUnderTest();
    const { status, headers } = await get(path, { query });
    const link = new URL(headers.location ?? "");

    expect(status).toBe(302);
    expect(link.pathname).toBe(`/cards/emp_siti/${contentHash(siti)}/t1/${file}.pdf`);
    expect(link.searchParams.get("response-content-disposition")).toBe(
      `attachment; filename="${name}"`,
    );
    expect(headers["cache-control"]).toBe("no-store");
  },
);

test.each([
  {},
  { shape: "round" },
  { shape: "portrait", sheet: "a3" },
  { shape: "portrait", employee: "emp_budi" },
])("%j is refused", async (query) => {
  const { get } = await holderApiUnderTest();

  expect((await get(path, { query })).status).toBe(422);
});

test("a card that ended a second ago is not printed", async () => {
  const { get, world, signInAgain } = await holderApiUnderTest();
  await changeByTwo(world, { id: siti.id, values: { kedudukanHukum: "99" } });

  const query = { shape: "landscape" };
  expect((await get(path, { query })).status).toBe(401);
  expect((await get(path, { query, cookies: await signInAgain() })).status).toBe(404);
});

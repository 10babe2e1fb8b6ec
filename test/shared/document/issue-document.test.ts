/** A paper is registered once for what it says, under an address that nobody guesses. */
import { expect, test } from "vitest";
import { documentHash, parseDocumentToken } from "#shared/document/document-token.ts";
import { issueDocument } from "#shared/document/issue-document.ts";
import { hmacKey } from "../../support/call-api.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const asked = {
  ...{ kind: "request-proof", number: "7Q2MK-9XDFA", subject: "Perubahan data pegawai: diajukan" },
  ...{ personId: "emp_siti" as const, content: { facts: ["S.Kom."] } },
};

function aWorld() {
  const [documents, clock] = [new DocumentsInMemory(), new FakeClock()];
  const api = { documents, clock, hmacKey, siteUrl: "https://kartu.example.go.id" };
  return { ...api, issue: (more = {}) => issueDocument(api, { ...asked, ...more }) };
}

test("its address is short, in the QR in capitals, and its hash alone is kept", async () => {
  const { issue, documents } = aWorld();
  const { address, qrText } = await issue();

  expect(address).toMatch(/^kartu\.example\.go\.id\/v\/d[0-9a-z]{20}$/);
  expect(qrText).toBe(`https://${address.toUpperCase()}`);
  const token = parseDocumentToken(address.split("/").at(-1)?.toUpperCase() ?? "") ?? "";
  expect([...documents.kept.keys()]).toEqual([documentHash(token)]);
  expect(JSON.stringify([...documents.kept])).not.toContain(token);
});

test("what it says is not kept, but as a digest", async () => {
  const { issue, documents } = aWorld();
  const { document } = await issue();

  expect(document.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify([...documents.kept])).not.toContain("S.Kom.");
});

test("the same paper has the same address and its first day, what says something else another one", async () => {
  const { issue, clock, documents } = aWorld();
  const first = await issue();
  clock.advance({ days: 1 });

  expect(await issue()).toEqual(first);
  const others = [
    await issue({ content: { facts: ["S.T."] } }),
    await issue({ number: "7Q2MK-9XDFB" }),
    await issue({ personId: "emp_budi" }),
  ];
  const addresses = [first, ...others].map(({ address }) => address);
  expect(new Set(addresses).size).toBe(4);
  expect(documents.kept.size).toBe(4);
});

test("twice at once it is one paper", async () => {
  const { issue, documents } = aWorld();
  const all = await Promise.all(Array.from({ length: 20 }, () => issue()));

  expect(documents.kept.size).toBe(1);
  expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
});

test.each([
  "",
  "d",
  `d${"0".repeat(19)}`,
  `d${"0".repeat(21)}`,
  `c${"0".repeat(20)}`,
  `d${"u".repeat(20)}`,
])("«%s» is no token of a paper", (text) => {
  expect(parseDocumentToken(text)).toBeUndefined();
});

test("no token of a card is one of a paper", () => {
  expect(parseDocumentToken("d".repeat(26))).toBeUndefined();
});

import { generateKeyPairSync } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { fromNumber, toNumber } from "#shared/signed-qr/bytes.ts";
import {
  type KeyList,
  listToBeSigned,
  openKeyList,
  publishedList,
} from "#shared/signed-qr/key-list.ts";
import { lowS } from "#shared/signed-qr/low-s.ts";
import { kidOf } from "#shared/signed-qr/p256.ts";
import { aList, aSigner, type CardSigner, rawSignature } from "../../support/card-signer.ts";

let root: CardSigner;
let list: KeyList;
beforeAll(async () => {
  root = await aSigner();
  const [old, next] = [await aSigner({ revoked: "2026-11-01" }), await aSigner()];
  list = {
    ...aList(old.key, next.key),
    instansi: ["Kabupaten Contoh", "Kota «Ujung» \u{1f3dd}\n"],
  };
});

async function published(signed: KeyList): Promise<string> {
  const signature = await rawSignature(root.privateKey, listToBeSigned(signed));
  return publishedList(signed, lowS(signature));
}

test("what the root key signed is opened", async () => {
  expect(await openKeyList(await published(list), root.key)).toEqual(list);
});

test("blanks and the order of names mean nothing", async () => {
  const turned = Object.fromEntries(Object.entries(JSON.parse(await published(list))).reverse());

  expect(await openKeyList(JSON.stringify(turned, null, 2), root.key)).toEqual(list);
});

test("what is signed is the JSON of RFC 8785", () => {
  const text = new TextDecoder().decode(
    listToBeSigned({ b: [{ z: 1, a: "é\u0007" }], a: { "10": true, "9": null }, signature: "x" }),
  );

  expect(text).toBe('{"a":{"10":true,"9":null},"b":[{"a":"é\\u0007","z":1}]}');
});

test("an item that a later program knows is signed, too", async () => {
  const later = { ...list, statusList: "https://kartu-asn.example/status" };
  const json = await published(later);

  expect(await openKeyList(json, root.key)).toEqual(list);
  expect(await openKeyList(json.replace("/status", "/other"), root.key)).toEqual({
    refusal: "bad-signature",
  });
});

test("a list of another root, and one that anything was done to, is refused", async () => {
  const json = await published(list);
  const other = await aSigner();

  expect(await openKeyList(json, other.key)).toEqual({ refusal: "bad-signature" });
  for (const [said, instead] of [
    ['"version":1', '"version":2'],
    ["Contoh", "Lain"],
    ["kartu-asn.example", "kartu-asn.evil"],
    [',"revoked":"2026-11-01"', ""],
    ["2027-12-31", "2099-12-31"],
  ] as const) {
    expect(json).toContain(said);
    expect(await openKeyList(json.replace(said, instead), root.key)).toEqual({
      refusal: "bad-signature",
    });
  }
});

test("the other signature that is as right is refused", async () => {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const signature = lowS(await rawSignature(root.privateKey, listToBeSigned(list)));
  const upper = fromNumber(order - toNumber(signature.subarray(32)), 32);
  const json = publishedList(list, Uint8Array.from([...signature.subarray(0, 32), ...upper]));

  expect(await openKeyList(json, root.key)).toEqual({ refusal: "bad-signature" });
});

test.each(["", "[]", "null", '{"version":1}', '{"signature":7}'])("%j is no list", async (json) => {
  expect(await openKeyList(json, root.key)).toEqual({ refusal: "not-a-list" });
});

test.each(['{"signature":""}', '{"signature":"A"}', '{"signature":"=+/"}'])(
  "%s is not signed",
  async (json) => {
    expect(await openKeyList(json, root.key)).toEqual({ refusal: "bad-signature" });
  },
);

test("keys that are none are refused, although they are signed", async () => {
  const [first] = list.keys;
  if (!first) throw new Error("There is no key.");
  const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({
    format: "jwk",
  });
  const secp256k1 = generateKeyPairSync("ec", { namedCurve: "secp256k1" }).publicKey.export({
    format: "jwk",
  });
  const point = { x: secp256k1.x ?? "", y: secp256k1.y ?? "" };
  const wrong = {
    "named after another key": { ...first, kid: "0000" },
    "of another curve": { ...first, ...point, kid: await kidOf(point) },
    "of a longer curve": { ...first, x: p384.x ?? "", y: p384.y ?? "" },
    "valid from a day that is none": { ...first, from: "2026-02-30" },
  };

  for (const [how, key] of Object.entries(wrong))
    expect(await openKeyList(await published({ ...list, keys: [key] }), root.key), how).toEqual({
      refusal: "not-a-list",
    });
  expect(await openKeyList(await published({ ...list, keys: [first, first] }), root.key)).toEqual({
    refusal: "not-a-list",
  });
});

test("a key's name is the beginning of its thumbprint", async () => {
  // RFC 7515, appendix A.3: its thumbprint is oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U.
  const key = {
    x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  };

  expect(await kidOf(key)).toBe(Buffer.from("oKIywvGU", "base64url").toString("hex").slice(0, 4));
});

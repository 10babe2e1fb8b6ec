/** What somebody does who has codes, but no key; and what they would do with a signer that is wrong. */
import { generateKeyPairSync, sign } from "node:crypto";
import { Tagged } from "cborg";
import { beforeAll, expect, test } from "vitest";
import { fromHex, fromNumber, toHex, toNumber } from "#shared/signed-qr/bytes.ts";
import { encodeCbor } from "#shared/signed-qr/cbor.ts";
import { openSigned, type Refusal, sealed, toBeSigned } from "#shared/signed-qr/envelope.ts";
import { encodePayload } from "#shared/signed-qr/payload.ts";
import {
  aList,
  aPayload,
  aSigner,
  type CardSigner,
  payloadAt,
  rawSignature,
} from "../../support/card-signer.ts";
import { cells } from "../../support/cells.ts";

const now = new Date("2027-03-01T05:00:00Z");
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

let signer: CardSigner;
let good: Uint8Array;
beforeAll(async () => {
  signer = await aSigner();
  good = await signer.sign(aPayload());
});

async function refusalOf(bytes: Uint8Array): Promise<Refusal | "accepted"> {
  const opened = await openSigned(bytes, aList(signer.key), now);
  return opened.ok ? "accepted" : opened.refusal;
}

/** As it is signed with this header: who signs may be wrong, too. */
async function signedWith(header: Map<number, unknown>, unprotected = new Map()) {
  const [bytes, payload] = [encodeCbor(header), encodePayload(aPayload())];
  const text = encodeCbor(["Signature1", bytes, new Uint8Array(), payload]);
  let signature = await rawSignature(signer.privateKey, text);
  while (toNumber(signature.subarray(32)) > order / 2n)
    signature = await rawSignature(signer.privateKey, text);
  return encodeCbor(new Tagged(18, [bytes, unprotected, payload, signature]));
}

const kid = () => fromHex(signer.key.kid);

test.each<[string, () => Map<number, unknown>, Refusal | "accepted"]>([
  [
    "ours",
    () =>
      new Map<number, unknown>([
        [1, -7],
        [4, kid()],
      ]),
    "accepted",
  ],
  ["none", () => new Map<number, unknown>([[4, kid()]]), "wrong-alg"],
  [
    "ES384",
    () =>
      new Map<number, unknown>([
        [1, -35],
        [4, kid()],
      ]),
    "wrong-alg",
  ],
  [
    "EdDSA",
    () =>
      new Map<number, unknown>([
        [1, -8],
        [4, kid()],
      ]),
    "wrong-alg",
  ],
  [
    "HMAC, with the public key as its secret",
    () =>
      new Map<number, unknown>([
        [1, 5],
        [4, kid()],
      ]),
    "wrong-alg",
  ],
  [
    "its name as text",
    () =>
      new Map<number, unknown>([
        [1, "ES256"],
        [4, kid()],
      ]),
    "wrong-alg",
  ],
  ["no kid", () => new Map<number, unknown>([[1, -7]]), "not-ours"],
  [
    "a kid as text",
    () =>
      new Map<number, unknown>([
        [1, -7],
        [4, signer.key.kid],
      ]),
    "not-ours",
  ],
  [
    "one more",
    () =>
      new Map<number, unknown>([
        [1, -7],
        [4, kid()],
        [15, new Map()],
      ]),
    "not-ours",
  ],
])("a header with %s", async (_, header, outcome) => {
  expect(await refusalOf(await signedWith(header()))).toBe(outcome);
});

test("headers that no signature covers are refused", async () => {
  const header = new Map<number, unknown>([
    [1, -7],
    [4, kid()],
  ]);

  expect(await refusalOf(await signedWith(header, new Map([[4, kid()]])))).toBe("not-ours");
});

test.each(["secp256k1", "secp384r1", "secp521r1"])("a signature of %s is none", async (curve) => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: curve });
  const payload = encodePayload(aPayload());
  const text = toBeSigned(payload, signer.key.kid);
  const raw = sign("sha256", text, { key: privateKey, dsaEncoding: "ieee-p1363" });
  const message = [
    encodeCbor(
      new Map<number, unknown>([
        [1, -7],
        [4, kid()],
      ]),
    ),
    new Map(),
    payload,
  ];
  const forms = [raw, Buffer.concat([raw.subarray(0, 32), fromNumber(1n, 32)])];

  for (const signature of forms)
    expect(await refusalOf(encodeCbor(new Tagged(18, [...message, signature])))).toMatch(
      /bad-signature|malleable/,
    );
});

test("the other signature that is as right is refused, and cannot be sealed", async () => {
  const s = toNumber(good.subarray(-32));
  const upper = Uint8Array.from([...good.subarray(0, -32), ...fromNumber(order - s, 32)]);

  expect(await refusalOf(upper)).toBe("malleable");
  const payload = encodePayload(aPayload());
  for (const signature of [upper.subarray(-64), upper.subarray(-63), new Uint8Array()])
    expect(() => sealed({ payload, kid: signer.key.kid, signature })).toThrow(RangeError);
});

/** Of bytes that are not a message in its one form: which of them it is depends on the byte that came in. */
const unread = ["truncated", "re-encoded", "damaged"] as const satisfies readonly Refusal[];

/** What a change of a byte may be refused as, by where it stands. */
const places: readonly [name: string, from: number, refusals: readonly Refusal[]][] = [
  ["the tag", 0, ["not-ours"]],
  ["the parts and the header", 1, ["not-ours", ...unread, "wrong-alg"]],
  ["the kid", 8, ["unknown-key"]],
  // The payload's length may be changed to where its own bytes look like a signature's beginning.
  [
    "the unprotected header, and where the payload begins",
    10,
    ["not-ours", ...unread, "bad-signature"],
  ],
  ["the payload", 13, ["bad-signature"]],
];

/** `npm run test:all` changes every byte of a thousand payloads, `npm test` of some of them. */
test("no payload is accepted with a byte changed, and it is told apart by where it is", async () => {
  const thousand = Array.from({ length: 1000 }, (_, index) => index);
  let [tried, accepted] = [0, 0];
  const wrong = new Set<string>();
  const played = cells(thousand, 6);
  for (const index of played) {
    const code = await signer.sign(payloadAt(index));
    expect(await refusalOf(code)).toBe("accepted");
    for (let at = 0; at < code.length; at++) {
      const changed = Uint8Array.from(code);
      changed[at] = (code[at] ?? 0) ^ (1 + ((index * 7 + at * 13) % 255));
      const refusal = await refusalOf(changed);
      tried++;
      if (refusal === "accepted") accepted++;
      else if (!allowed(code.length, at).includes(refusal)) wrong.add(`${at}: ${refusal}`);
    }
  }
  process.stdout.write(`${accepted} of ${tried} changed codes were accepted.\n`);

  expect([...wrong]).toEqual([]);
  expect(accepted).toBe(0);
  // The shortest name still leaves more than a signature and its key's name.
  expect(tried).toBeGreaterThan(played.length * 100);
}, 900_000);

function allowed(length: number, at: number): readonly Refusal[] {
  if (at >= length - 32) return ["bad-signature", "malleable"];
  if (at >= length - 64) return ["bad-signature"];
  if (at >= length - 66) return ["not-ours", ...unread, "bad-signature"];
  return places.findLast(([, from]) => from <= at)?.[2] ?? [];
}

/** The same message in other bytes that say the same (RFC 8949 §3): what only looks like ours to a lenient reader. */
function rewritings(code: Uint8Array): readonly string[] {
  const hex = toHex(code);
  const [header, unprotected] = [hex.slice(4, 20), hex.slice(20, 22)];
  const rest = hex.slice(22);
  return [
    `d812${hex.slice(2)}`,
    `d29804${hex.slice(4)}`,
    `d29f${hex.slice(4)}ff`,
    `d2845807${header.slice(2)}${unprotected}${rest}`,
    `d28448${header.slice(2, 4)}1801${header.slice(6)}${unprotected}${rest}`,
    `d28447a2${header.slice(8)}0126${unprotected}${rest}`,
    `d284${header}b800${rest}`,
    `d284${header}${unprotected}${rest.replace(/^58(..)/, "5900$1")}`,
    `${hex}00`,
    `${hex}${hex}`,
  ];
}

/** `npm run test:all` takes a thousand payloads, `npm test` some of them. */
test("no payload is accepted that was cut off or written anew, and each is told as what it is", async () => {
  const thousand = Array.from({ length: 1000 }, (_, index) => index);
  const outcomes = new Map<string, number>();
  const note = (what: string) => outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
  let [cut, anew] = [0, 0];
  for (const index of cells(thousand, 6)) {
    const code = await signer.sign(payloadAt(index));
    expect(await refusalOf(code)).toBe("accepted");
    for (let length = 1; length < code.length; length++, cut++)
      note(`cut: ${await refusalOf(code.subarray(0, length))}`);
    for (const hex of rewritings(code)) {
      anew++;
      expect(fromHex(hex)).not.toEqual(code);
      note(`anew: ${await refusalOf(fromHex(hex))}`);
    }
  }
  expect(Object.fromEntries(outcomes)).toEqual({ "cut: truncated": cut, "anew: re-encoded": anew });
  process.stdout.write(`0 of ${cut} cut and ${anew} rewritten codes were accepted.\n`);
}, 900_000);

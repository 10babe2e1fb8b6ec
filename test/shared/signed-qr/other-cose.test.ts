/** Two COSE libraries that share no code with ours, nor their CBOR with one another: cbor-x and cbor-web. */
import { ProtectedHeaders, Sign1, UnprotectedHeaders } from "@auth0/cose";
import { attached, crypto as transmuteCrypto } from "@transmute/cose";
import { beforeAll, describe, expect, test } from "vitest";
import { type Bytes, fromHex, sameBytes } from "#shared/signed-qr/bytes.ts";
import { openSigned, sealed } from "#shared/signed-qr/envelope.ts";
import { isLowS, lowS } from "#shared/signed-qr/low-s.ts";
import { encodePayload } from "#shared/signed-qr/payload.ts";
import { aList, aSigner, type CardSigner, longest, payloadAt } from "../../support/card-signer.ts";

const now = new Date("2027-03-01T05:00:00Z");
const payloads = [longest, ...Array.from({ length: 40 }, (_, index) => payloadAt(index))];

interface CoseLibrary {
  /** Signs and encodes. */
  seal(signer: CardSigner, payload: Bytes): Promise<Uint8Array>;
  /** @returns the payload @throws Error when the signature is not right */
  open(signer: CardSigner, code: Uint8Array): Promise<Uint8Array>;
}

const libraries: Readonly<Record<string, CoseLibrary>> = {
  "@auth0/cose": {
    seal: async ({ key, privateKey }, payload) => {
      const header = new ProtectedHeaders([
        [1, -7],
        [4, fromHex(key.kid)],
      ]);
      const message = await Sign1.sign(header, new UnprotectedHeaders(), payload, privateKey);
      return message.encode();
    },
    open: async ({ publicKey }, code) => {
      const message = Sign1.decode(code);
      await message.verify(publicKey);
      return message.payload;
    },
  },
  "@transmute/cose": {
    seal: async ({ key, privateKey }, payload) => {
      const { d = "" } = await crypto.subtle.exportKey("jwk", privateKey);
      const privateKeyJwk = { ...jwkOf(key), d };
      const remote = transmuteCrypto.signer({ privateKeyJwk });
      const protectedHeader = new Map<number, unknown>([
        [1, -7],
        [4, fromHex(key.kid).buffer],
      ]);
      const unprotectedHeader = new Map();
      const request = { protectedHeader, unprotectedHeader, payload: payload.buffer };
      return new Uint8Array(await attached.signer({ remote }).sign(request));
    },
    open: async ({ key }, code) => {
      const resolver = { resolve: async () => jwkOf(key) };
      const coseSign1 = new Uint8Array(code).buffer;
      return new Uint8Array(await attached.verifier({ resolver }).verify({ coseSign1 }));
    },
  },
};

function jwkOf({ x, y }: CardSigner["key"]) {
  return { kty: "EC", crv: "P-256", alg: "ES256", x, y };
}

let signer: CardSigner;
beforeAll(async () => {
  signer = await aSigner();
});

describe.each(Object.entries(libraries))("%s", (_, library) => {
  test("opens what we seal", async () => {
    for (const payload of payloads) {
      const opened = await library.open(signer, await signer.sign(payload));

      expect(sameBytes(opened, encodePayload(payload))).toBe(true);
    }
  });

  test("makes the same bytes, and we open them once their s is the lower one", async () => {
    let upper = 0;
    for (const payload of payloads) {
      const bytes = encodePayload(payload);
      const theirs = await library.seal(signer, bytes);
      const signature = theirs.subarray(-64);
      const ours = sealed({ payload: bytes, kid: signer.key.kid, signature: lowS(signature) });
      if (!isLowS(signature)) upper++;

      expect(sameBytes(theirs.subarray(0, -64), ours.subarray(0, -64))).toBe(true);
      expect(await openSigned(theirs, aList(signer.key), now)).toEqual(
        isLowS(signature)
          ? { ok: true, payload, kid: signer.key.kid }
          : { ok: false, refusal: "malleable" },
      );
      expect(await openSigned(ours, aList(signer.key), now)).toMatchObject({ ok: true, payload });
    }
    expect(upper).toBeGreaterThan(5);
    expect(upper).toBeLessThan(payloads.length - 5);
  });

  test("refuses a changed byte of what is signed, as we do", async () => {
    const code = await signer.sign(longest);
    for (let at = 13; at < code.length - 66; at++) {
      const changed = Uint8Array.from(code);
      changed[at] = (code[at] ?? 0) ^ 1;

      await expect(library.open(signer, changed)).rejects.toThrow();
    }
  });
});

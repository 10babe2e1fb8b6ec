import type { PayloadSigner } from "#shared/card/sign-card.ts";
import type { KeyList } from "#shared/signed-qr/key-list.ts";
import { lowS } from "#shared/signed-qr/low-s.ts";
import { aList, aSigner, rawSignature } from "./card-signer.ts";

/** Signs payloads as KMS would, and counts; while it is down it refuses. */
export interface CountedSigner extends PayloadSigner {
  signed: number;
  isDown: boolean;
  /** What is published of its key. */
  readonly list: KeyList;
}

export async function aPayloadSigner(): Promise<CountedSigner> {
  const { key, privateKey } = await aSigner({ until: "2029-12-31" });
  const signer: CountedSigner = {
    signed: 0,
    isDown: false,
    list: aList(key),
    kid: async () => key.kid,
    sign: async (text) => {
      if (signer.isDown) throw new Error("KMS is down.");
      signer.signed++;
      return lowS(await rawSignature(privateKey, text));
    },
  };
  return signer;
}

/** The status lists in docs/qr-payload.json: good ones, and one for each refusal. */
import { deflateSync } from "node:zlib";
import { fromNumber, toHex, toNumber } from "#shared/signed-qr/bytes.ts";
import type { CardState, StatusClaims, StatusRefusal } from "#shared/signed-qr/status-list.ts";
import type { CardSigner } from "../../support/card-signer.ts";
import { deflatedStates, someClaims, statusFile } from "../../support/status-list.ts";

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const hourMs = 3_600_000;

export interface StatusSigners {
  readonly status: CardSigner;
  readonly revoked: CardSigner;
  readonly ofCards: CardSigner;
}

/** @param at when they are read */
export async function statusVectors({ status, revoked, ofCards }: StatusSigners, at: Date) {
  const ago = (hours: number) => new Date(at.getTime() - hours * hourMs);
  const claims = (different: Partial<StatusClaims> = {}) =>
    someClaims({ issuedAt: ago(4), until: ago(-32), ...different });
  const file = await statusFile(status, claims());
  const states = { 65536: "ended", 70000: "suspended", 131071: "replaced" } as const;
  const upper = fromNumber(order - toNumber(file.subarray(-32)), 32);
  const es384 = toHex(file).indexOf("0126") / 2 + 1;
  const old = { issuedAt: ago(40), until: ago(4) };

  const good: readonly [string, Partial<StatusClaims>, Readonly<Record<number, CardState>>][] = [
    ["the four states", { deflated: deflatedStates(states) }, { ...states, 70001: "valid" }],
    ["of another part", { part: 0 }, { 0: "valid", 65535: "valid" }],
    ["an hour before its end", { issuedAt: ago(35), until: ago(-1) }, { 70000: "valid" }],
  ];
  const refused: readonly [string, StatusRefusal, Uint8Array][] = [
    ["a page of the site", "not-ours", new TextEncoder().encode("<!doctype html>")],
    ["a card's code", "not-ours", await status.sign(new Uint8Array(80))],
    ["the last byte lost", "truncated", file.subarray(0, -1)],
    ["a byte behind it", "re-encoded", Uint8Array.from([...file, 0])],
    ["signed claims that are none", "damaged", await statusFile(status, Uint8Array.of(0xa0))],
    ["ES384 in the header", "wrong-alg", file.with(es384, 0x27)],
    ["the key of cards", "unknown-key", await statusFile(ofCards, claims())],
    ["a revoked key", "revoked-key", await statusFile(revoked, claims())],
    ["the upper s", "malleable", Uint8Array.from([...file.subarray(0, -32), ...upper])],
    ["a state changed", "bad-signature", file.with(-80, (file.at(-80) ?? 0) ^ 1)],
    ["of another part", "another-part", await statusFile(status, claims({ part: 2 }))],
    ["of another site", "another-part", await statusFile(status, claims({ host: "asn.example" }))],
    ["of tomorrow", "not-yet-valid", await statusFile(status, claims({ issuedAt: ago(-1) }))],
    ["too old", "expired", await statusFile(status, claims(old))],
    [
      "a byte of states too many",
      "wrong-size",
      await statusFile(status, claims({ deflated: deflateSync(new Uint8Array(16_385)) })),
    ],
  ];
  return [
    ...(await Promise.all(
      good.map(async ([what, different, places]) => ({
        ...{ what, part: different.part ?? 1, places },
        file: base64(await statusFile(status, claims(different))),
      })),
    )),
    ...refused.map(([what, refusal, bytes]) => ({ what, part: 1, refusal, file: base64(bytes) })),
  ];
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

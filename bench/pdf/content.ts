import type { CardContent } from "#shared/card/card-content.ts";
import { usualLook } from "#shared/card/design/look.ts";
import { usualPns } from "#shared/card/extreme-cards.ts";

export const content: CardContent = {
  text: usualPns,
  look: usualLook,
  issue: { serial: "A20100000123", issuedOn: "2026-11-21", checkCode: "7K2Q9MXB" },
  qrText: "https://KARTU-ASN.EXAMPLE/V/7K2Q9MXB4TZD8RFWJ3H5VYNPC6",
  host: "kartu-asn.example",
  seed: "9b1e5a7033fa9c0d",
};

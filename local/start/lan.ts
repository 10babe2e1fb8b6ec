/**
 * The demo for a phone in the same network. A browser stores our cookies, and has WebCrypto, only on loopback or over TLS. So
 * the site is served over TLS with a new certificate, of which browsers warn.
 */
import { generate } from "selfsigned";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** @param host an IPv4 address. @returns a key and a certificate for a week, signed by itself */
export async function certificateFor(host: string, now: Date): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: "commonName", value: host }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now.getTime() - 86_400_000),
    notAfterDate: new Date(now.getTime() + 7 * 86_400_000),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: [{ type: 7, ip: host }] },
    ],
  });
  return { key, cert };
}

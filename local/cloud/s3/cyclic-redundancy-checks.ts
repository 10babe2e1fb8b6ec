/** The two CRCs of S3 that Node does not have, reflected, byte by byte. */

const crc32cPolynomial = 0x82f63b78;
const crc64NvmePolynomial = 0x9a6c9329ac4bc9b5n;

const crc32cTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? crc32cPolynomial ^ (crc >>> 1) : crc >>> 1;
  }
  return crc;
});

/** CRC-32C (Castagnoli) of all bytes so far and these. Start from 0. */
export function crc32c(bytes: Uint8Array, crc = 0): number {
  let state = ~crc;
  for (const byte of bytes) state = (crc32cTable[(state ^ byte) & 255] ?? 0) ^ (state >>> 8);
  return ~state >>> 0;
}

const crc64Table = Array.from({ length: 256 }, (_, byte) => {
  let crc = BigInt(byte);
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1n ? crc64NvmePolynomial ^ (crc >> 1n) : crc >> 1n;
  }
  return crc;
});
const crc64High = Uint32Array.from(crc64Table, (crc) => Number(crc >> 32n));
const crc64Low = Uint32Array.from(crc64Table, (crc) => Number(crc & 0xffffffffn));

/** CRC-64/NVME, kept as two 32-bit halves: BigInt arithmetic per byte would be thirty times slower. */
export class Crc64Nvme {
  #high = 0xffffffff;
  #low = 0xffffffff;

  update(bytes: Uint8Array): void {
    let [high, low] = [this.#high, this.#low];
    for (const byte of bytes) {
      const index = (low ^ byte) & 255;
      low = ((low >>> 8) | (high << 24)) ^ (crc64Low[index] ?? 0);
      high = (high >>> 8) ^ (crc64High[index] ?? 0);
    }
    [this.#high, this.#low] = [high, low];
  }

  /** Eight bytes, big-endian. */
  digest(): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32BE(~this.#high >>> 0, 0);
    bytes.writeUInt32BE(~this.#low >>> 0, 4);
    return bytes;
  }
}

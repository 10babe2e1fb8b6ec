/** The meaning of the colours in a file: sRGB (IEC 61966-2-1) as an ICC profile of version 2 (ICC.1:2001-04). */

const headerLength = 128;
/** Steps of the curve from numbers to light. */
const curveSteps = 1024;

/** CIE XYZ under D50, as ICC profiles have it. */
const d50 = [0.9642, 1, 0.8249] as const;
const primaries = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;

/** @returns the profile's file, always the same bytes */
export function srgbProfile(): Buffer {
  const curve = curveTag();
  const tags: readonly (readonly [names: readonly string[], data: Buffer])[] = [
    [["desc"], descriptionTag("sRGB IEC61966-2.1")],
    [["cprt"], Buffer.concat([Buffer.from("text\0\0\0\0"), Buffer.from("No copyright\0")])],
    [["wtpt"], xyzTag(d50)],
    ...Object.entries(primaries).map(([name, xyz]) => [[name], xyzTag(xyz)] as const),
    [["rTRC", "gTRC", "bTRC"], curve],
  ];
  const count = tags.reduce((sum, [names]) => sum + names.length, 0);
  const table: Buffer[] = [uint32(count)];
  const bodies: Buffer[] = [];
  let offset = headerLength + 4 + 12 * count;
  for (const [names, data] of tags) {
    for (const name of names)
      table.push(Buffer.from(name, "latin1"), uint32(offset), uint32(data.length));
    const body = Buffer.alloc(4 * Math.ceil(data.length / 4));
    data.copy(body);
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([header(offset), ...table, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x0210_0000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  // The format requires a date. This is the day on which the standard of sRGB took effect.
  for (const [index, part] of [1999, 10, 18].entries()) bytes.writeUInt16BE(part, 24 + 2 * index);
  bytes.write("acsp", 36, "latin1");
  for (const [index, value] of d50.entries()) bytes.writeInt32BE(fixed(value), 68 + 4 * index);
  return bytes;
}

function descriptionTag(text: string): Buffer {
  // After the ASCII text there is room for it in Unicode and in a code of old Macintoshes, both left empty.
  const rest = Buffer.alloc(4 + 4 + 2 + 1 + 67);
  return Buffer.concat([
    Buffer.from("desc\0\0\0\0"),
    uint32(text.length + 1),
    Buffer.from(`${text}\0`),
    rest,
  ]);
}

function xyzTag(xyz: readonly number[]): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write("XYZ ", "latin1");
  for (const [index, value] of xyz.entries()) bytes.writeInt32BE(fixed(value), 8 + 4 * index);
  return bytes;
}

function curveTag(): Buffer {
  const bytes = Buffer.alloc(12 + 2 * curveSteps);
  bytes.write("curv", "latin1");
  bytes.writeUInt32BE(curveSteps, 8);
  for (let step = 0; step < curveSteps; step++) {
    const share = step / (curveSteps - 1);
    const light = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(light * 0xffff), 12 + 2 * step);
  }
  return bytes;
}

/** 16 bits before the point, 16 behind it. */
function fixed(value: number): number {
  return Math.round(value * 0x1_0000);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

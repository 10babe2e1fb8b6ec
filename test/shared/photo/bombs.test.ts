import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { chunk, end, header, png, rowsOf, uint32 } from "../../support/build-png.ts";

const photo = { width: 450, height: 575 };
const zeros = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 9 });
const rows = rowsOf(Buffer.alloc(photo.height * (1 + 4 * photo.width)));
const named = (name: string, data: Buffer) => Buffer.concat([Buffer.from(name, "latin1"), data]);
const far = 200_000_000;

const bombs: readonly (readonly [kind: string, bytes: Buffer, code: string])[] = [
  ["rows that never end", png(header(photo), chunk("IDAT", zeros(far)), end), "inflates-too-far"],
  [
    "as many pixels as it says",
    png(header({ width: 4096, height: 4096, depth: 16 }), chunk("IDAT", zeros(4096 * 32_769)), end),
    "wrong-dimensions",
  ],
  [
    "many texts, as large as a decoder may read",
    png(
      header(photo),
      ...Array<Buffer>(200).fill(chunk("zTXt", named("Comment\0\0", zeros(7_900_000)))),
      rows,
      end,
    ),
    "too-little-person",
  ],
  [
    "a profile",
    png(
      header(photo),
      chunk("iCCP", named("p\0\0", deflateSync(Buffer.concat([uint32(far), Buffer.alloc(far)])))),
      rows,
      end,
    ),
    "too-little-person",
  ],
];

/** Twenty at once, in a process of its own, as Linux counts it: Node's own maximum begins with that of the parent. */
async function validatedAtOnce(bytes: Buffer): Promise<{ megabytes: number; codes: string[] }> {
  const file = join(await mkdtemp(join(tmpdir(), "kartu-bomb-")), "bomb.png");
  await writeFile(file, bytes);
  const script = `
    import { readFileSync } from "node:fs";
    import { validatePhoto } from "#shared/photo/validate-photo.ts";
    const uploads = Array.from({ length: 20 }, () => readFileSync(${JSON.stringify(file)}));
    const outcomes = await Promise.all(uploads.map(validatePhoto));
    const codes = outcomes.flatMap(({ report }) => report.rules.flatMap(({ code = [] }) => code));
    const [, kilobytes] = /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"));
    console.log(JSON.stringify({ megabytes: kilobytes / 1024, codes: [...new Set(codes)] }));
  `;
  const module = ["--input-type", "module-typescript", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, module);
  return JSON.parse(stdout);
}

const onLinux = test.skipIf(process.platform !== "linux");

onLinux.each(bombs)(
  "twenty bombs with %s take less than 512 MB, and are told",
  async (_, bytes, code) => {
    const { megabytes, codes } = await validatedAtOnce(bytes);

    expect(bytes.length).toBeLessThan(2 * 1024 * 1024);
    expect(codes).toContain(code);
    expect(megabytes).toBeGreaterThan(20);
    expect(megabytes).toBeLessThan(512);
  },
);

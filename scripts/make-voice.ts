/**
 * Makes the spoken symbols of the captcha anew, with Flite 2.2 (cmuflite.org; Debian's package `flite`): `node scripts/make-voice.ts`.
 * What it writes is kept in the repository, so that nobody needs Flite otherwise. shared/captcha/voice/README.md has the licence.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { symbols } from "../shared/captcha/glyphs.ts";

/** The names of the symbols, in phones of Flite's American English. */
const spoken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  id: {
    ...{ A: "aa", C: "ch ey", E: "ey", H: "hh aa", J: "jh ey", K: "k aa", M: "eh m", R: "eh r" },
    ...{ W: "w ey", X: "eh k s", "3": "t iy g aa", "7": "t uw jh uw", "9": "s ax m b iy l aa n" },
  },
  en: {
    ...{ A: "ey", C: "s iy", E: "iy", H: "ey ch", J: "jh ey", K: "k ey", M: "eh m", R: "aa r" },
    ...{ W: "d ah b ax l y uw", X: "eh k s", "3": "th r iy", "7": "s eh v ax n", "9": "n ay n" },
  },
};

/** Samples: a shorter vowel is missed, and six longer names make a file of more than 40 KB. */
const [shortest, longest] = [0.38 * 8000, 0.6 * 8000];

const folder = mkdtempSync(join(tmpdir(), "voice-"));
for (const [language, names] of Object.entries(spoken)) {
  const clips = symbols.map((symbol) => say(names[symbol] ?? ""));
  const lengths = Buffer.alloc(2 * clips.length);
  for (const [i, clip] of clips.entries()) lengths.writeUInt16LE(clip.length, 2 * i);
  const file = join("shared", "captcha", "voice", `${language}.pcm`);
  writeFileSync(file, Buffer.concat([lengths, ...clips]));
  console.log(`${file}: ${clips.map(({ length }) => (length / 8000).toFixed(2)).join(" ")} s`);
}
rmSync(folder, { recursive: true });

/** One name at 8,000 samples a second of 8 bits, without the silence around it, as loud as the others. */
function say(phones: string): Buffer {
  const clip = sayAt(phones, 1.1);
  const wanted = Math.min(Math.max(clip.length, shortest), longest);
  return wanted === clip.length
    ? clip
    : sayAt(phones, (1.1 * wanted) / clip.length).subarray(0, longest);
}

/** @param stretch of the usual duration */
function sayAt(phones: string, stretch: number): Buffer {
  const file = join(folder, "said.wav");
  const said = `pau ${phones} pau`;
  execFileSync("flite", [
    "-voice",
    "slt",
    "--setf",
    `duration_stretch=${stretch}`,
    "-p",
    said,
    "-o",
    file,
  ]);
  const wav = readFileSync(file);
  const samples = Array.from({ length: (wav.length - 44) / 2 }, (_, i) =>
    wav.readInt16LE(44 + 2 * i),
  );
  const halved = halve(samples);
  const loudest = halved.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  const isHeard = (sample: number) => Math.abs(sample) > loudest * 0.02;
  const from = Math.max(0, halved.findIndex(isHeard) - 80);
  const to = halved.findLastIndex(isHeard) + 80;
  return Buffer.from(
    halved.slice(from, to).map((sample) => 128 + Math.round((sample / loudest) * 120)),
  );
}

/** From 16,000 samples a second to 8,000: what is above 3.8 kHz goes first. */
function halve(samples: readonly number[]): number[] {
  const half = 31;
  const taps = Array.from({ length: 2 * half + 1 }, (_, i) => {
    const x = i - half;
    const wave = x === 0 ? 0.475 : Math.sin(Math.PI * 0.475 * x) / (Math.PI * x);
    return wave * (0.54 + 0.46 * Math.cos((Math.PI * x) / half));
  });
  return Array.from({ length: Math.floor(samples.length / 2) }, (_, i) =>
    taps.reduce((sum, tap, k) => sum + tap * (samples[2 * i + k - half] ?? 0), 0),
  );
}

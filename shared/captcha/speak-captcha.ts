/**
 * The captcha's reading, for who does not see its image: the same symbols, said one after the other in an order that the image has. How fast,
 * how loud and when each is said, and what is heard behind them, follows from the captcha alone: asked for again it is the same
 * file, so that nobody takes the noise away by asking often. As with the image (draw-captcha.ts), a program made for it can understand it: the
 * protection is the work and the counters.
 */
import { createCipheriv, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { symbols } from "./glyphs.ts";

const rate = 8000;
/** Samples: 40 KB with the header, five seconds. */
const most = 40 * 1024 - 44;
const longestGap = 0.36 * rate;

const clips = {
  id: clipsIn(readFileSync(new URL("./voice/id.pcm", import.meta.url))),
  en: clipsIn(readFileSync(new URL("./voice/en.pcm", import.meta.url))),
};

/** What it is said in. */
export type SpokenLanguage = keyof typeof clips;

interface Reading {
  readonly text: string;
  readonly language: SpokenLanguage;
  /** Of the captcha whose text it is. */
  readonly id: string;
}

/** @returns a WAV file of at most 40 KB: 8,000 samples a second of 8 bits */
export function speakCaptcha(key: Buffer, { text, language, id }: Reading): Buffer {
  const random = randomOf(key, id);
  const voice = clips[language];
  const said = [...text].map((symbol) => distorted(voice.get(symbol) ?? silence, random));
  const speech = said.reduce((sum, { length }) => sum + length, 0);
  const gap = Math.min(longestGap, (most - speech) / (said.length + 1));
  const heard = new Float32Array(Math.floor(speech + gap * (said.length + 1)));
  let at = gap;
  for (const [i, clip] of said.entries()) {
    // It is said a little sooner or later; the first one never before the beginning.
    add(heard, clip, Math.round(at + gap * 0.4 * (random() - 0.5)), 0.75 + 0.25 * random());
    at += clip.length + gap;
    // Somebody else says something, backwards.
    const other = voice.get(symbols[Math.floor(random() * symbols.length)] ?? "") ?? silence;
    const behind = Math.floor((heard.length / said.length) * (i + random() * 0.6));
    add(heard, distorted(other.toReversed(), random), behind, 0.12);
  }
  return wavOf(rustled(heard, random));
}

type Random = () => number;
type Clip = Float32Array;

const silence: Clip = new Float32Array(0);

/** Another speed, which changes while it is said. A name gets no longer than by an eighth. */
function distorted(clip: Clip, random: Random): Clip {
  const speed = 0.9 + 0.2 * random();
  const sway = clip.length * 0.02 * (random() - 0.5);
  const phase = 2 * Math.PI * random();
  const made = new Float32Array(Math.floor(clip.length / speed));
  for (let i = 0; i < made.length; i++) {
    const place = i * speed + sway * Math.sin((6 * i) / made.length + phase);
    const before = Math.floor(place);
    const [from, to] = [clip[before] ?? 0, clip[before + 1] ?? 0];
    made[i] = from + (to - from) * (place - before);
  }
  return made;
}

function add(heard: Float32Array, clip: Clip, from: number, loudness: number): void {
  for (const [i, sample] of clip.entries()) {
    const at = from + i;
    if (at >= 0 && at < heard.length) heard[at] = (heard[at] ?? 0) + sample * loudness;
  }
}

/** With a rustle that is never silent, so that no silence says where a name begins. */
function rustled(heard: Float32Array, random: Random): Buffer {
  let last = 0;
  const loudness = 0.05 + 0.03 * random();
  const samples = Buffer.alloc(heard.length);
  for (const [i, sample] of heard.entries()) {
    last = last * 0.5 + (random() - 0.5);
    const together = sample * 0.85 + last * loudness;
    samples[i] = 128 + Math.round(Math.max(-1, Math.min(1, together)) * 127);
  }
  return samples;
}

/** Numbers in [0, 1) that follow from the captcha, and that nobody without the key can find by trying seeds. */
function randomOf(key: Buffer, id: string): Random {
  const seed = createHmac("sha256", key).update(`captcha-voice ${id}`).digest();
  const cipher = createCipheriv("aes-128-ctr", seed.subarray(0, 16), seed.subarray(16));
  const drawn = cipher.update(Buffer.alloc(2 * (most + 1000)));
  let next = 0;
  return () => {
    next = (next + 2) % drawn.length;
    return drawn.readUInt16LE(next) / 0x10000;
  };
}

/** The samples of each symbol, -1 to 1. */
function clipsIn(file: Buffer): ReadonlyMap<string, Clip> {
  let from = 2 * symbols.length;
  return new Map(
    symbols.map((symbol, i) => {
      const to = from + file.readUInt16LE(2 * i);
      const samples = Float32Array.from(file.subarray(from, to), (sample) => (sample - 128) / 128);
      from = to;
      return [symbol, samples];
    }),
  );
}

/** «Multimedia Programming Interface and Data Specifications 1.0», Waveform Audio File Format: PCM, one channel. */
function wavOf(samples: Buffer): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

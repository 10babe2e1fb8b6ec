/** What a native binary asks of the machine that loads it: ELF with 64 bits, little-endian (System V ABI; LSB for versions). */

export interface Elf {
  readonly machine: "aarch64" | "x86-64" | number;
  /** Libraries that the loader looks for, e.g. "libc.so.6". */
  readonly needed: readonly string[];
  /** Versions that it wants of them, e.g. "GLIBC_2.17". */
  readonly versions: readonly string[];
  /** Folders that are searched first; "$ORIGIN" is the binary's own. */
  readonly searched: readonly string[];
}

const machines: Readonly<Record<number, Elf["machine"]>> = { 62: "x86-64", 183: "aarch64" };
/** Types of sections, and tags of entries in the dynamic one. */
const [dynamicSection, versionNeeds] = [6, 0x6ffffffe];
const [neededTag, rpathTag, runpathTag] = [1, 15, 29];

interface Section {
  readonly type: number;
  readonly data: Buffer;
  /** The section with its names. */
  readonly link: number;
  /** For version needs: how many libraries they are of. */
  readonly count: number;
}

/** @throws Error when it is none */
export function readElf(file: Buffer): Elf {
  if (file.toString("latin1", 0, 4) !== "\x7fELF" || file[4] !== 2 || file[5] !== 1)
    throw new Error("This is no ELF file of 64 bits, little-endian.");
  const sections = sectionsOf(file);
  const namesOf = ({ link }: Section) => sections[link]?.data ?? Buffer.of();
  const entries = sections
    .filter(({ type }) => type === dynamicSection)
    .flatMap((section) => dynamicEntries(section, namesOf(section)));
  const valuesOf = (...tags: readonly number[]) =>
    entries.filter(({ tag }) => tags.includes(tag)).map(({ name }) => name);
  const machine = file.readUInt16LE(18);
  return {
    machine: machines[machine] ?? machine,
    needed: valuesOf(neededTag),
    searched: valuesOf(rpathTag, runpathTag).flatMap((path) => path.split(":")),
    versions: sections
      .filter(({ type }) => type === versionNeeds)
      .flatMap((section) => versionsIn(section, namesOf(section))),
  };
}

function sectionsOf(file: Buffer): Section[] {
  const table = Number(file.readBigUInt64LE(40));
  const [size, count] = [file.readUInt16LE(58), file.readUInt16LE(60)];
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * size;
    const [offset, length] = [at + 24, at + 32].map((place) => Number(file.readBigUInt64LE(place)));
    return {
      type: file.readUInt32LE(at + 4),
      data: file.subarray(offset, (offset ?? 0) + (length ?? 0)),
      link: file.readUInt32LE(at + 40),
      count: file.readUInt32LE(at + 44),
    };
  });
}

function dynamicEntries({ data }: Section, names: Buffer): { tag: number; name: string }[] {
  return Array.from({ length: data.length / 16 }, (_, index) => ({
    tag: Number(data.readBigUInt64LE(16 * index)),
    name: textAt(names, Number(data.readBigUInt64LE(16 * index + 8))),
  }));
}

/** A chain of libraries, each with a chain of versions. */
function versionsIn({ data, count }: Section, names: Buffer): string[] {
  const versions: string[] = [];
  for (let library = 0, at = 0; library < count; library++) {
    const versionCount = data.readUInt16LE(at + 2);
    let version = at + data.readUInt32LE(at + 8);
    for (let index = 0; index < versionCount; index++) {
      versions.push(textAt(names, data.readUInt32LE(version + 8)));
      version += data.readUInt32LE(version + 12);
    }
    at += data.readUInt32LE(at + 12);
  }
  return versions;
}

/** Up to the next zero; of an entry that names nothing, something. */
function textAt(names: Buffer, start: number): string {
  return names.toString("latin1", start, names.indexOf(0, start));
}

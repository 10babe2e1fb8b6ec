/** A machine's file: read on this device, and sent in parts that one request takes. */
import type { ReadingsRequest } from "#shared/attendance/attendance-answers.ts";
import type { MachineLine } from "#shared/attendance/judge-machine-lines.ts";
import type { MachineFinding } from "#shared/attendance/machine-findings.ts";
import { surveyMachineFile } from "#shared/attendance/survey-machine-file.ts";
import { call } from "../api/member-client.ts";

export interface Sent {
  readonly lines: number;
  readonly readings: number;
  readonly added: number;
  readonly known: number;
  readonly findings: readonly MachineFinding[];
}

export interface Sending {
  readonly machine: string;
  readonly from: string;
  readonly until: string;
  /** Hears how many lines are done, of how many. */
  readonly onPart: (done: number, all: number) => void;
}

/** A body has 32 KB; a letter that is none of ASCII has more than one byte. */
const mostCharacters = 24_000;
const mostPeople = 100;
const mostLines = 600;

type Person = ReadingsRequest["people"][number];

/** The same file may be sent again: nothing is doubled. @throws Refusal, NoAnswer */
export async function sendFile(file: Blob, { onPart, ...of }: Sending): Promise<Sent> {
  const { lines, order, findings } = await surveyMachineFile(file);
  let sum: Sent = { lines: lines.length, readings: 0, added: 0, known: 0, findings };
  let done = 0;
  onPart(done, lines.length);
  for (const people of partsOf(lines)) {
    const told = await call("POST /api/officer/agency/attendance/readings", {
      body: { ...of, order, people },
    });
    sum = {
      ...sum,
      readings: sum.readings + told.readings,
      added: sum.added + told.added,
      known: sum.known + told.known,
      findings: [...sum.findings, ...told.findings],
    };
    done += people.reduce((count, each) => count + each.lines.length, 0);
    onPart(done, lines.length);
  }
  return { ...sum, findings: sum.findings.toSorted((a, b) => a.line - b.line) };
}

/** Whoever has more lines than a part takes goes on in the next one. */
function* partsOf(lines: readonly MachineLine[]): Generator<readonly Person[]> {
  const byNumber = Map.groupBy(lines, ({ number, isNip }) => `${isNip} ${number}`);
  let part: Person[] = [];
  let [characters, count] = [0, 0];
  for (const all of byNumber.values()) {
    for (let at = 0; at < all.length; at += mostLines) {
      const person = personOf(all.slice(at, at + mostLines));
      const size = JSON.stringify(person).length;
      const isFull =
        characters + size > mostCharacters ||
        count + person.lines.length > mostLines ||
        part.length >= mostPeople;
      if (part.length > 0 && isFull) {
        yield part;
        part = [];
        [characters, count] = [0, 0];
      }
      part.push(person);
      characters += size;
      count += person.lines.length;
    }
  }
  if (part.length > 0) yield part;
}

/** So long a time or a number is none: the service says so of what is left. */
const mostOfTime = 60;
const mostOfWay = 40;

function personOf(lines: readonly MachineLine[]): Person {
  const { number = "", isNip = false } = lines[0] ?? {};
  const plain = (text: string, most: number) => text.replaceAll("|", " ").slice(0, most);
  return {
    number: number.slice(0, mostOfTime),
    ...(isNip && { isNip: true as const }),
    lines: lines.map(
      ({ line, time, way }) => `${line}|${plain(time, mostOfTime)}|${plain(way, mostOfWay)}`,
    ),
  };
}

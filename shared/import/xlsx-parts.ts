/** What of a workbook stands outside of its sheets (ECMA-376, part 1, chapter 18): their list, shared texts, formats. */
import { FileRefused } from "./import-problem.ts";
import { SharedTexts } from "./shared-texts.ts";
import { unescapedText } from "./xlsx-text.ts";
import { type Attributes, readXml } from "./xlsx-xml.ts";
import type { ZipPart } from "./zip-file.ts";

type Parts = ReadonlyMap<string, ZipPart>;

const smallPart = 16_000_000;
/** They are kept in memory while the sheet is read. */
const sharedTextsPart = 128_000_000;

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days are counted from 1904, as old Macs did, instead of 1900. */
  readonly isFrom1904: boolean;
}

/** Its visible sheets. @throws FileRefused */
export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const part = parts.get("xl/workbook.xml");
  if (!part) throw new FileRefused("file-unknown");
  const targets = await readTargets(parts);
  const sheets: { name: string; part: string }[] = [];
  let isFrom1904 = false;
  await readXml(part, smallPart, {
    open(name, attributes) {
      if (name === "workbookPr") isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      const target = targets.get(relationOf(attributes));
      if (name === "sheet" && target && (attributes.state ?? "visible") === "visible")
        sheets.push({ name: attributes.name ?? "", part: target });
    },
  });
  return { sheets, isFrom1904 };
}

/** `r:id`, whatever the file calls the prefix. */
function relationOf(attributes: Attributes): string {
  const key = Object.keys(attributes).find((each) => each.endsWith(":id"));
  return attributes[key ?? ""] ?? "";
}

async function readTargets(parts: Parts): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const part = parts.get("xl/_rels/workbook.xml.rels");
  if (!part) throw new FileRefused("file-damaged");
  await readXml(part, smallPart, {
    open(_, { Id = "", Target = "" }) {
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** The texts that cells name by number. Readings aids beside a text (`rPh`) are left out. */
export async function readSharedTexts(parts: Parts): Promise<SharedTexts> {
  const texts = new SharedTexts();
  const part = parts.get("xl/sharedStrings.xml");
  if (!part) return texts;
  let [text, isText, isAid] = ["", false, false];
  await readXml(part, sharedTextsPart, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isAid = true;
      isText = name === "t" && !isAid;
    },
    text(said) {
      if (isText) text += said;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isAid = false;
      if (name === "si") texts.add(unescapedText(text));
    },
  });
  texts.end();
  return texts;
}

/** The formats of days that Excel has without saying them (18.8.30, numFmt). */
function isBuiltInDay(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
}

/** Which styles of cells show a number as a day. */
export async function readDayStyles(parts: Parts): Promise<ReadonlySet<number>> {
  const days = new Set<number>();
  const part = parts.get("xl/styles.xml");
  if (!part) return days;
  const own = new Map<number, boolean>();
  let [isCellFormat, style] = [false, 0];
  await readXml(part, smallPart, {
    open(name, attributes) {
      if (name === "cellXfs") isCellFormat = true;
      const id = Number(attributes.numFmtId);
      if (name === "numFmt") own.set(id, isDayFormat(attributes.formatCode ?? ""));
      if (name !== "xf" || !isCellFormat) return;
      if (own.get(id) ?? isBuiltInDay(id)) days.add(style);
      style += 1;
    },
    close(name) {
      if (name === "cellXfs") isCellFormat = false;
    },
  });
  return days;
}

/** Whether a format has a day, month or year in it, beside quoted text and colours. */
function isDayFormat(format: string): boolean {
  return /[dmy]/i.test(format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ""));
}

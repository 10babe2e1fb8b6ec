/** The little XML that S3 speaks: elements and text; attributes are skipped, document types refused. */
import { malformedXml } from "./s3-errors.ts";

export interface XmlElement {
  readonly name: string;
  /** All text directly inside, entities resolved. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** A document to write: a list repeats its element, undefined leaves it out. */
export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

const s3Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
const tokenPattern =
  /<\?[^?]*\?>|<!--[\s\S]*?-->|<(?<close>\/)?(?<name>[A-Za-z_][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/)?>|(?<text>[^<]+)/y;

interface OpenElement {
  name: string;
  text: string;
  children: OpenElement[];
}

/** @throws AwsError MalformedXML, also when the root is not named so. */
export function readXml(source: string, rootName: string): XmlElement {
  const top: OpenElement = { name: "", text: "", children: [] };
  const open = [top];
  const token = new RegExp(tokenPattern);
  while (token.lastIndex < source.length) {
    const groups = token.exec(source)?.groups;
    if (!groups) throw malformedXml();
    readToken(groups, open);
  }
  const [root, ...others] = top.children;
  if (!root || others.length > 0 || open.length !== 1 || top.text.trim()) throw malformedXml();
  if (root.name !== rootName) throw malformedXml();
  return root;
}

/** @param open the elements that are not closed yet, outermost first */
function readToken(
  groups: Readonly<Record<string, string | undefined>>,
  open: OpenElement[],
): void {
  const { close, name, empty, text } = groups;
  const parent = open.at(-1);
  if (!parent) throw malformedXml();
  if (text !== undefined) {
    parent.text += resolveEntities(text);
  } else if (close) {
    if (open.pop()?.name !== name) throw malformedXml();
  } else if (name) {
    const element: OpenElement = { name, text: "", children: [] };
    parent.children.push(element);
    if (!empty) open.push(element);
  }
}

export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((element) => element.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text;
}

/** A whole document in S3's namespace. */
export function writeXml(rootName: string, value: XmlValue): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${rootName} xmlns="${s3Namespace}">${content(value)}</${rootName}>`;
}

/** An error document, which stands in no namespace. */
export function writeErrorXml(value: XmlValue): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${content(value)}</Error>`;
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return "";
  if (isList(value)) return value.map((item) => element(name, item)).join("");
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: XmlValue): string {
  if (value === undefined || isList(value)) return "";
  if (typeof value !== "object") return escapeText(String(value));
  return Object.entries(value)
    .map(([name, inner]) => element(name, inner))
    .join("");
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function escapeText(text: string): string {
  return text.replace(/[<>&"'\r\n\t]/g, (c) => `&#${c.charCodeAt(0)};`);
}

const namedCharacters: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function resolveEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w*));?/gi, (_, hex, decimal, name) => {
    const character = name === undefined ? fromCodePoint(hex, decimal) : namedCharacters[name];
    if (character === undefined) throw malformedXml();
    return character;
  });
}

function fromCodePoint(hex: string | undefined, decimal: string | undefined): string | undefined {
  const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

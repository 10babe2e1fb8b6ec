/** The structure of a document, in reading order (ISO 32000-1, 14.7). */
import { numbers } from "./operands.ts";
import { type PdfWriter, type Reference, ref, textString } from "./pdf-writer.ts";
import type { NumberedTag } from "./tagged-content.ts";

/** A tag on its page. */
export interface PlacedTag extends Omit<NumberedTag, "box"> {
  /** Of a figure: left, bottom, right and top in points. */
  readonly corners?: readonly [number, number, number, number];
}

/** A section for each face; in it headings, paragraphs, figures, and lists of labels with their values. */
export class StructureTree {
  readonly #writer: PdfWriter;
  readonly #root: Reference;
  readonly #document: Reference;
  readonly #sections: Reference[] = [];
  /** For each page the elements of its numbers. */
  readonly #parents: Reference[] = [];

  constructor(writer: PdfWriter) {
    this.#writer = writer;
    this.#root = writer.reserve();
    this.#document = writer.reserve();
  }

  /**
   * @param sections of one page: their tags are numbered on from 0
   * @returns the page's number in this tree, for its StructParents
   */
  addPage(page: Reference, sections: readonly (readonly PlacedTag[])[]): number {
    const elements: Reference[] = [];
    for (const tags of sections) {
      const section = this.#writer.reserve();
      const kids = listsOf(tags).map((part) =>
        "role" in part
          ? this.#addElement(part, section, page, elements)
          : this.#addList(part.items, section, page, elements),
      );
      this.#set(section, "Sect", this.#document, `/K [${kids.map(ref).join(" ")}]`);
      this.#sections.push(section);
    }
    const parents = this.#writer.add(`[${elements.map(ref).join(" ")}]`);
    return this.#parents.push(parents) - 1;
  }

  /** Writes the tree. @returns its root, for the catalog */
  finish(): Reference {
    this.#set(this.#document, "Document", this.#root, `/K [${this.#sections.map(ref).join(" ")}]`);
    const pages = this.#parents.map((parents, page) => `${page} ${ref(parents)}`);
    this.#writer.set(
      this.#root,
      `<< /Type /StructTreeRoot /K ${ref(this.#document)} ` +
        `/ParentTree << /Nums [${pages.join(" ")}] >> /ParentTreeNextKey ${pages.length} >>`,
    );
    return this.#root;
  }

  #addElement(
    tag: PlacedTag,
    parent: Reference,
    page: Reference,
    elements: Reference[],
  ): Reference {
    const { role, number, alternative, actualText, corners } = tag;
    const element = this.#writer.reserve();
    elements[number] = element;
    const entries = [
      `/Pg ${ref(page)} /K ${number}`,
      ...(alternative === undefined ? [] : [`/Alt ${textString(alternative)}`]),
      ...(actualText === undefined ? [] : [`/ActualText ${textString(actualText)}`]),
      ...(corners ? [`/A << /O /Layout /BBox [${numbers(...corners)}] >>`] : []),
    ];
    this.#set(element, role, parent, entries.join(" "));
    return element;
  }

  #addList(
    items: readonly (readonly PlacedTag[])[],
    parent: Reference,
    page: Reference,
    elements: Reference[],
  ): Reference {
    const list = this.#writer.reserve();
    const kids = items.map((tags) => {
      const item = this.#writer.reserve();
      const parts = tags.map((tag) => this.#addElement(tag, item, page, elements));
      this.#set(item, "LI", list, `/K [${parts.map(ref).join(" ")}]`);
      return item;
    });
    this.#set(list, "L", parent, `/K [${kids.map(ref).join(" ")}]`);
    return list;
  }

  #set(element: Reference, type: string, parent: Reference, entries: string): void {
    this.#writer.set(element, `<< /Type /StructElem /S /${type} /P ${ref(parent)} ${entries} >>`);
  }
}

interface List {
  readonly items: PlacedTag[][];
}

/** A label and its value are one item; neighbouring items are one list. */
function listsOf(tags: readonly PlacedTag[]): (PlacedTag | List)[] {
  const parts: (PlacedTag | List)[] = [];
  for (const tag of tags) {
    const last = parts.at(-1);
    const list = last && "items" in last ? last : undefined;
    if (tag.role === "LBody" && list) list.items.at(-1)?.push(tag);
    else if (tag.role !== "Lbl") parts.push(tag);
    else if (list) list.items.push([tag]);
    else parts.push({ items: [[tag]] });
  }
  return parts;
}

/** How a field of a record is described; the descriptions are in fields.ts and background-fields.ts. */
import type { FieldCode } from "#shared/runtime/codes.ts";
import type { Problem, RecordContext } from "./field-checks.ts";
import type { EmployeeKind } from "./nip.ts";

/** The parts of a record of which a holder proposes another value. */
export const proposalGroups = ["name", "rank", "position", "contract", "birth", "service"] as const;
export type ProposalGroup = (typeof proposalGroups)[number];

export interface RecordField {
  /** Whose records must have it, may have it, and never have it. */
  readonly kinds: Readonly<Record<EmployeeKind, "required" | "optional" | "none">>;
  /** What it holds, in the words of an HTML input. */
  readonly type: "text" | "email" | "tel" | "date";
  /** A record that has it never loses it: it can be changed, not emptied. */
  readonly isKept?: true;
  /** Its possible values, if they can be listed: the form shows them as a choice. */
  readonly options?: (kind: EmployeeKind) => readonly string[];
  /** The role that changes it in the officer's form; absent where another request changes it, or none. */
  readonly edit?: "petugas";
  /** Who has to agree before it gets another value: one officer alone never changes such a field (decision 0049). */
  readonly approve?: "penyetuju";
  /** What its holder proposes together with it, one proposal at a time (P-15); absent where no holder proposes another value. */
  readonly group?: ProposalGroup;
  /** Longest text in characters. A text on the card fits at the smallest size, except for rare long ones. */
  readonly maxLength?: number;
  /** "-" is a spreadsheet's way to say that there is none. */
  readonly dashIsNone?: true;
  /** A number that papers print in groups: blanks, dots and hyphens in it are not kept. */
  readonly isNumber?: true;
  /**
   * Whether a change of it makes another card: it is printed unchanged, or something that is printed or answered is made from it.
   * Absent where the card stays the same.
   */
  readonly card?: "printed" | "source";
  /** It is drawn as it was typed, so it may have only characters of the card's fonts. */
  readonly isDrawn?: true;
  /** Checks a text that is not empty. Returns a code, or a code with the figures for its text, if something is wrong. */
  readonly problem?: (text: string, of: RecordContext) => Problem | FieldCode | false | undefined;
}

export const all = { PNS: "required", PPPK: "required", "PPPK-PW": "required" } as const;
export const some = { PNS: "optional", PPPK: "optional", "PPPK-PW": "optional" } as const;

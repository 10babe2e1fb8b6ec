import type { evidenceFieldCodes } from "#shared/runtime/codes.ts";
import { en } from "./en/evidence.ts";
import { id } from "./id/evidence.ts";

export const evidence = import.meta.env.LANGUAGE === "en" ? en : id;

/** Why a file was refused; a code without a sentence does not compile. */
export const refusedFile: Readonly<Record<(typeof evidenceFieldCodes)[number], string>> =
  evidence.refused;

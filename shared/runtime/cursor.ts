import type * as z from "zod";
import { InvalidInput } from "./errors.ts";

/** A place in a list as one text in an address; it has no personal data. */
export function cursorText(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** @throws InvalidInput on `cursor` when it is none that a page gave */
export function cursorIn<Place>(shape: z.ZodType<Place>, text: string): Place {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    throw new InvalidInput({ field: "cursor", code: "malformed" });
  }
}

/** Where an officer stands in a person's decrees: looking at them, typing one, moving or withdrawing one. */
import { useLocation } from "preact-iso";
import { href } from "../language.ts";
import type { PageQuery } from "./page-query.ts";

const steps = ["catat", "geser", "batalkan"] as const;
export type DecreeStep = (typeof steps)[number];

/** The step is part of the address, so that it survives a reload, and «back» leads from the form to the list. */
export function useDecreeStep({ id = "", langkah, sk }: PageQuery): {
  readonly step: DecreeStep | undefined;
  /** The decree that it is about, by its id. */
  readonly of: string | undefined;
  readonly goTo: (step: DecreeStep, of?: string) => void;
  readonly goBack: () => void;
} {
  const { route } = useLocation();
  const to = (more: Record<string, string>, replace: boolean) =>
    route(href(`/petugas/sk?${new URLSearchParams({ id, ...more })}`), replace);
  return {
    step: steps.find((step) => step === langkah),
    of: sk,
    goTo: (step, of) => to({ langkah: step, ...(of && { sk: of }) }, false),
    goBack: () => to({}, true),
  };
}

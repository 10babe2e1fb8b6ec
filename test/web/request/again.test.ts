/** A form that is filled from a request that was turned down says so, and why that was. */
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { tellOwnRequest } from "#shared/request-kinds/tell-content.ts";
import { tellOwnFields } from "#shared/request-kinds/tell-own-fields.ts";
import { FieldsStep } from "../../../web/src/request/fields-step.tsx";
import { partsOf } from "../../../web/src/request/kind-forms.ts";
import { type Draft, draftAgain, newDraft } from "../../../web/src/request/request-draft.ts";
import { anEmployee } from "../../support/builders.ts";
import { aRequest } from "../../support/requests.ts";

const at = "2026-11-21T05:00:00.000Z";
const siti = anEmployee({ id: "emp_siti", birthPlace: "Bandung" });
const fields = tellOwnFields(siti, []);
const content = { values: { birthPlace: "Cirebon" }, old: { birthPlace: "Bandung" } };

async function shown(draft: Draft) {
  const part = (await partsOf("data-change")).named("birth", fields);
  if (!part) throw new Error("There is a form of the birth.");
  const html = render(
    h(FieldsStep, {
      ...{ title: "t", part, draft, request: undefined, typedBefore: undefined },
      ...{ onTyped: () => undefined, goOn: () => undefined },
    }),
  );
  return html.replace(/<[^>]+>/g, "");
}

async function again(fields: Parameters<typeof aRequest>[0]) {
  const ended = tellOwnRequest(
    aRequest({ person: siti.id, content, ...fields }),
    siti,
    new Date(at),
  );
  if (!ended) throw new Error("It is the holder's own.");
  return draftAgain({ ...ended, files: [] }, { values: content.values, note: "" });
}

test("what was proposed stands in it with the words of the rejection, how to mend it too", async () => {
  const said = {
    act: "rejected",
    at,
    by: "emp_oka",
    code: "bts",
    reason: "Akta terpotong",
  } as const;
  const text = await shown(await again({ state: "rejected", trail: [said] }));
  expect(text).toContain("Isian di bawah berisi yang Anda ajukan sebelumnya.");
  expect(text).toContain("Alasan penolakan: Akta terpotong");
  expect(text).toContain("Unggah berkas yang benar");
  expect(text).not.toContain("data Anda sekarang");
});

test("one whose time was over has no such words, and a new one begins from the record", async () => {
  const expired = await shown(await again({ state: "expired", trail: [] }));
  expect(expired).toContain("yang Anda ajukan sebelumnya");
  expect(expired).not.toContain("Alasan penolakan");
  expect(await shown(newDraft())).toContain("data Anda sekarang");
});

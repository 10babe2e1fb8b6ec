import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { photoView } from "../../../web/src/approval/photo-views.tsx";
import { photoApprovals as text } from "../../../web/src/messages/photo-approvals.ts";

const change = { kind: "photo", photoId: "pho_2", warned: [] } as const;
const subject = {
  id: "emp_siti",
  name: "Siti",
  instansiId: "ins_contoh",
  isPending: true,
} as const;
const shown = (...of: Parameters<typeof photoView>) => {
  const { facts } = photoView(...of);
  if (typeof facts !== "object" || !facts || !("props" in facts)) throw new Error("No facts.");
  return render(facts);
};

test("the photo in force, the new one and the card stand beside each other, each under its name", () => {
  const html = shown({ ...change, from: "pho_1" }, subject);
  const captions = [...html.matchAll(/<figcaption>([^<]+)</g)].map(([, caption]) => caption);
  expect(captions).toEqual([text.inForce, text.fresh, text.freshCard]);
  expect([...html.matchAll(/ src="([^"]+)"/g)].map(([, src]) => src)).toEqual([
    "/api/officer/people/emp_siti/photo/picture?v=pho_1",
    "/api/officer/people/emp_siti/photos/pho_2/picture",
    "/api/officer/people/emp_siti/photos/pho_2/preview/front-portrait",
  ]);
  expect(html).not.toContain(text.noneInForce);
});

test("where there is no old photo, that is said", () => {
  const html = shown(change, subject);
  expect(html).toContain(text.noneInForce);
  expect(html).not.toContain(text.inForce);
});

test("of what was decided no picture is asked for", () => {
  expect(shown({ ...change, from: "pho_1" }, { ...subject, isPending: false })).not.toContain(
    "<img",
  );
});

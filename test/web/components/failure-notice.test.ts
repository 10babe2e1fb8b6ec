import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { FailureNotice } from "../../../web/src/components/failure-notice.tsx";
import type { Failure } from "../../../web/src/forms/failure.ts";

const notice = (code: Failure["code"]) =>
  render(h(FailureNotice, { failure: { code, reference: "A-B", problems: [] }, retry: () => {} }));

test.each(["no-answer", "busy", "internal-error"] as const)("%s can be tried again", (code) => {
  expect(notice(code)).toContain("<button");
});

test.each(["forbidden", "not-found"] as const)("%s stays so, and is not tried again", (code) => {
  expect(notice(code)).not.toContain("<button");
  expect(notice(code)).toContain("A-B");
});

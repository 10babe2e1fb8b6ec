import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { patience, postFile } from "../../../web/src/api/post-file.ts";

/** A browser's request over a link that does what the test says. */
class Link {
  static last: Link;
  readonly upload: { onprogress?: (event: object) => void; onload?: () => void } = {};
  status = 204;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  aborted = false;
  constructor() {
    Link.last = this;
  }
  open() {}
  send() {}
  abort() {
    this.aborted = true;
    this.onabort?.();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("XMLHttpRequest", Link);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const upload = {
  photoId: "pho_1" as const,
  url: "https://bucket.test",
  fields: { key: "incoming/1" },
};
const post = (onProgress: (share: number) => void = () => {}) =>
  postFile(upload, new Blob(["photo"]), { onProgress });

test("a file that is taken has arrived, one that is refused is lost", async () => {
  const taken = post();
  Link.last.onload?.();
  const refused = post();
  Link.last.status = 403;
  Link.last.onload?.();

  expect(await Promise.all([taken, refused])).toEqual(["arrived", "lost"]);
});

test("a file of which nothing goes out any more has stalled, however much was sent before", async () => {
  const delivery = post();
  vi.advanceTimersByTime(patience.sending - 1);
  Link.last.upload.onprogress?.({ loaded: 1, total: 2 });
  vi.advanceTimersByTime(patience.sending - 1);
  expect(Link.last.aborted).toBe(false);
  vi.advanceTimersByTime(1);

  expect(await delivery).toBe("stalled");
  expect(Link.last.aborted).toBe(true);
});

test("once all is sent the store has its own time to answer", async () => {
  const delivery = post();
  Link.last.upload.onload?.();
  vi.advanceTimersByTime(patience.answer - 1);
  expect(Link.last.aborted).toBe(false);
  vi.advanceTimersByTime(1);

  expect(await delivery).toBe("stalled");
});

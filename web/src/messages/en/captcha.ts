import type { Captcha } from "../id/captcha.ts";

export const en: Captcha = {
  label: "Type the characters in the image",
  hint: "Capital and small letters count the same.",
  alt: "Image of letters and digits",
  refresh: "New image",
  ways: "Ways to answer",
  withoutImage: "Without image",
  withImage: "With image",
  working: (percent) => `Your device is calculating: ${percent}%`,
  workHint: "There is nothing to read. Your device calculates for a few seconds.",
  solved: "Done. Continue with the button below.",
  onlyWork: "Too many answers from your network: no images for now.",
  failed: "The captcha could not be loaded.",
};

import { readImage } from "../support/solve-captcha.ts";
import type { verifyApi } from "../support/verify-api.ts";

/** Checks by somebody who reads each image at once, from whatever address. */
export function checksByImage({ call, clock }: ReturnType<typeof verifyApi>) {
  return async (asked: object, address: string) => {
    const captcha = await readImage(address, clock.now());
    return await call({
      ...{ method: "POST", path: "/api/verify", address },
      body: { ...asked, captcha },
    });
  };
}

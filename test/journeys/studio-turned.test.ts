/** Pictures that EXIF turns and that need no reducing: another way through the browser's decoders than the large ones of phones. */
import { expect } from "vitest";
import { beforeWall, phoneJpeg } from "../support/photo/phone-picture.ts";
import { phone } from "./support/screens.ts";
import { choosePicture } from "./support/studio-hands.ts";
import { test } from "./support/world.ts";

/** Greys of the stage, 24 by 32. */
const looked = `(() => {
  const small = new OffscreenCanvas(24, 32).getContext("2d");
  small.drawImage(document.querySelector(".stage canvas"), 0, 0, 24, 32);
  const { data } = small.getImageData(0, 0, 24, 32);
  return Array.from({ length: 24 * 32 }, (_, i) => (data[4 * i] + data[4 * i + 1] + data[4 * i + 2]) / 3);
})()`;

test("a small picture that EXIF turns looks as the same one that it does not", async ({
  world,
}) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Tuti Putarwati" });
  const visitor = await world.visitor(phone);
  const { picture } = await beforeWall(1003, "peci");
  await visitor.signIn(employee.nip);
  await visitor.isAt("/kartu");
  const opened = async (orientation: 1 | 6) => {
    await visitor.goto("/foto");
    await choosePicture(
      visitor,
      await phoneJpeg(picture, { width: 1200, height: 1600, orientation }),
    );
    await visitor.sees("Letakkan mata pada garis putus-putus");
    const greys = async () => await visitor.page.evaluate<number[]>(looked);
    await expect.poll(async () => Math.max(...(await greys()))).toBeGreaterThan(0);
    return await greys();
  };
  const upright = await opened(1);
  const turned = await opened(6);

  const apart = upright.reduce((sum, grey, i) => sum + Math.abs(grey - (turned[i] ?? 0)), 0);
  expect(apart / upright.length).toBeLessThan(6);
  await visitor.page.context().close();
});

/** Photos that cannot come: of whose card has ended, and one whose outcome was lost. Both end in a sentence. */
import { expect } from "vitest";
import { HttpHolder } from "../support/http-holder.ts";
import { phone } from "./support/screens.ts";
import { choosePhoto } from "./support/steps.ts";
import { test } from "./support/world.ts";

const dayMs = 86_400_000;

test("whose card has ended sends no photo: the page says why, before and after, and the API refuses it by its code", async ({
  world,
}) => {
  const { clock } = world.cloud;
  const contractEnd = new Date(clock.now().getTime() + dayMs).toISOString().slice(0, 10);
  const like = { like: "Made Percobaan", name: "Made Usaifoto", contractEnd };
  const { employee } = await world.newcomer(like);
  clock.advance(3 * dayMs);
  await world.cloud.waitUntilIdle({ timeoutSeconds: 120 });
  const http = new HttpHolder(world.cloud.siteUrl);
  await http.signIn(employee.nip, world.nextCode(employee.nip));
  await expect(http.askForForm()).rejects.toThrow(/409.*card-not-active/);

  const visitor = await world.visitor(phone);
  await visitor.signIn(employee.nip);
  await visitor.goto("/foto");
  await visitor.sees("Kartu Anda sedang tidak berlaku, jadi fotonya tidak dapat diganti.");
  const before = visitor.answers.length;
  await choosePhoto(visitor, world.photo());
  await visitor.page
    .locator(".photo-outcome")
    .getByText("Kartu Anda sedang tidak berlaku")
    .waitFor();
  expect(visitor.answers.slice(before)).toContain("POST /api/me/photos 409");
  expect(visitor.complaints).toEqual([]);
}, 240_000);

test("an upload whose file was lost on its way to the judge ends in a sentence, not in a broken link", async ({
  world,
}) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Hilangfoto" });
  const holder = new HttpHolder(world.cloud.siteUrl);
  await holder.signIn(employee.nip, world.nextCode(employee.nip));
  const { photoId } = await holder.askForForm();
  expect(await holder.readPhoto(photoId)).toMatchObject({ state: "awaiting-upload" });
  world.cloud.clock.advance(37 * 3_600_000);
  await world.cloud.waitUntilIdle({ timeoutSeconds: 120 });
  await holder.signIn(employee.nip, world.nextCode(employee.nip));

  expect(await holder.readPhoto(photoId)).toMatchObject({
    ...{ state: "rejected", rules: [{ rule: "judged", code: "not-judged" }] },
  });
}, 240_000);

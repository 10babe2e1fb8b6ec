/** A computer is signed in by a phone, as it goes wrong: two browsers, and what stands on both screens. */
import { expect } from "vitest";
import type { DemoEmployee } from "../../local/demo/people.ts";
import { computerOf, numberOn, phoneOf, scanned } from "./support/scan.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let holder: DemoEmployee;
test.beforeAll(async ({ world: given }) => {
  world = given;
  holder = (await world.newcomer({ like: "Siti Contohwati", name: "Sekar Pindaiwati" })).employee;
});

/** A computer that shows a code and a phone that has opened its address. */
async function atTheQuestion() {
  const computer = await computerOf(world);
  const phone = await phoneOf(world, holder.nip);
  pictureFailures([computer, phone], "qr-");
  await computer.goto("/masuk/qr");
  await phone.page.goto(await scanned(computer.page));
  await phone.page.locator("#number").waitFor();
  return { computer, phone };
}

const leave = (...visitors: Visitor[]) => Promise.all(visitors.map((visitor) => visitor.leave()));

test("a wrong number ends it, a wrong code may be typed again", async () => {
  const { computer, phone } = await atTheQuestion();
  const number = await numberOn(computer.page);
  await phone.type("Angka di komputer", number);
  await phone.type("Kode autentikator", "000000");
  await phone.press("Izinkan masuk");
  await phone.page.locator(".error-summary:focus").waitFor();
  await phone.type("Angka di komputer", number === "99" ? "10" : `${Number(number) + 1}`);
  await phone.type("Kode autentikator", world.nextCode(holder.nip));
  await phone.press("Izinkan masuk");

  await phone.sees("Angka tidak cocok");
  await computer.sees("Angka yang diketik di ponsel salah, jadi permintaan diakhiri.");
  await computer.goto("/kartu");
  await computer.isAt("/masuk");
  await leave(computer, phone);
});

test("a second phone is too late, and the first one still decides", async () => {
  const { computer, phone } = await atTheQuestion();
  const second = await phoneOf(world, holder.nip);
  await second.page.goto(await addressOn(phone));
  await second.sees("Kode sudah dipindai ponsel lain");

  await phone.type("Angka di komputer", await numberOn(computer.page));
  await phone.type("Kode autentikator", world.nextCode(holder.nip));
  await phone.press("Izinkan masuk");
  await computer.isAt("/kartu");
  await leave(computer, phone, second);
});

/** The address that this phone has scanned: it keeps the secret in its tab. */
async function addressOn({ page }: Visitor): Promise<string> {
  const secret = await page.evaluate('sessionStorage.getItem("kartu-scanned")');
  return `${world.cloud.siteUrl}/qr#${secret}`;
}

test("a phone that is not signed in logs in first, and then sees the same code", async () => {
  const computer = await computerOf(world);
  const phone = await world.visitor({ width: 360, height: 740 });
  // Somebody of whom no code was used: the time need not move, by which the one on the screen would be over.
  const { employee } = await world.newcomer({ like: "Made Percobaan", name: "Kadek Pindaian" });
  await computer.goto("/masuk/qr");
  await phone.page.goto(await scanned(computer.page));
  await phone.press("Masuk di ponsel ini");
  await phone.isAt("/masuk");
  await phone.signInHere(employee.nip);

  await phone.isAt("/qr");
  await phone.page.locator("#number").waitFor();
  await leave(computer, phone);
});

test("a page with a code that nobody scans makes another by itself, and one in another tab ends it", async () => {
  const computer = await computerOf(world);
  await computer.goto("/masuk/qr");
  const first = await scanned(computer.page);
  world.cloud.clock.advance(61_000);
  await expect.poll(() => scanned(computer.page)).not.toBe(first);
  const other = await computer.page.context().newPage();
  await other.goto(`${world.cloud.siteUrl}/masuk/qr`);
  await scanned(other);

  await computer.sees("Kode yang lebih baru dibuat di tab lain.");
  await leave(computer);
});

test("«Ingat Saya» keeps the NIP alone, also when the login is by QR", async () => {
  const computer = await computerOf(world);
  await computer.goto("/masuk");
  await computer.page.evaluate(`localStorage.setItem("kartu-nip", "${holder.nip}")`);
  const phone = await phoneOf(world, holder.nip);
  await computer.goto("/masuk/qr");
  await phone.page.goto(await scanned(computer.page));
  await phone.type("Angka di komputer", await numberOn(computer.page));
  await phone.type("Kode autentikator", world.nextCode(holder.nip));
  await phone.press("Izinkan masuk");
  await computer.isAt("/kartu");
  const kept = "JSON.stringify({ ...localStorage })";
  expect(JSON.parse(await computer.page.evaluate(kept))).toEqual({ "kartu-nip": holder.nip });
  await computer.press("Keluar");
  await computer.isAt("/masuk");

  // The page's script fills in the NIP, which may be later than the address.
  await expect.poll(() => computer.page.locator("#nip").inputValue()).toBe(holder.nip);
  expect(await computer.page.locator("#password").inputValue()).toBe("");
  await leave(computer, phone);
});

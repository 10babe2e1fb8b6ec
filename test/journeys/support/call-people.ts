import type { Tour } from "./tour.ts";

/** Writes the surat tugas that calls who has a certain seat, from the training's page on which the officer is, and comes back to it. */
export async function callPeople(officer: Tour): Promise<void> {
  const training = officer.page.url();
  await officer.click("#calls-title ~ p a");
  await officer.shows("#write-title:focus");
  await officer.look("pelatihan-surat-tugas");
  await officer.fill("classification", "800.2.1");
  await officer.submit();
  await officer.shows(".notice-good:focus");
  const { pathname, search } = new URL(training);
  await officer.open(`${pathname.replace(/^\/en/, "")}${search}`, "#calls-title ~ ul a");
  await officer.look("pelatihan-dipanggil");
}

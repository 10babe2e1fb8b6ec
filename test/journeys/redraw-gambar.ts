/** Takes the pictures of the docs and of the guide anew, with the demo's data. */
import { guidePictures } from "./chapters/guide-pictures.ts";
import { pagesForDocs } from "./chapters/pages-for-docs.ts";
import { Photographer } from "./support/photographer.ts";

const photographer = await Photographer.start();
try {
  await pagesForDocs(photographer);
  await guidePictures(photographer);
} finally {
  await photographer.stop();
}

/**
 * The studio's worker: decodes the picture, removes its background, draws the photo and judges it with the code of the function, so
 * that the page stays free meanwhile. Nothing of it leaves the device.
 */
import "../missing.ts";
import { drawPhoto } from "./draw-photo.ts";
import { openPicture } from "./open-picture.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

const tell = (message: FromWorker, transfer: Transferable[] = []) =>
  postMessage(message, { transfer });
let picture: ImageBitmap | undefined;

addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  try {
    await answer(data);
  } catch (error) {
    tell({ say: "failed", ask: data.ask });
    throw error;
  }
});

async function answer(question: ToWorker): Promise<void> {
  const { ask } = question;
  if (question.say === "open") {
    const opened = await openPicture(question.file);
    if (typeof opened === "string") {
      tell({ say: "not-opened", ask, problem: opened });
      return;
    }
    picture = opened.kept;
    tell({ say: "opened", ask, picture: opened.shown }, [opened.shown]);
    return;
  }
  if (!picture) throw new Error("No picture is open.");
  const drawn = await drawPhoto(picture, question.edits);
  tell({ say: "drawn", ask, ...drawn }, [drawn.framed, drawn.photo]);
}

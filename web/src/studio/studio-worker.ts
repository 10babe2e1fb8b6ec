/**
 * The studio's worker: decodes the picture, removes its background, draws the photo and judges it with the code of the function, so
 * that the page stays free meanwhile. Nothing of it leaves the device.
 */
import { PhotoDrawing } from "./draw-photo.ts";
import { openPicture } from "./open-picture.ts";
import { Tools } from "./tools.ts";
import type { FromWorker, ToolProgress, ToWorker } from "./worker-messages.ts";

const tell = (message: FromWorker | ToolProgress, transfer: Transferable[] = []) =>
  postMessage(message, { transfer });
const tools = new Tools();
let drawing: PhotoDrawing | undefined;

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
  if (question.say === "stop") {
    tools.stop(question.tool);
    return;
  }
  if (question.say === "load") {
    const { tool } = question;
    const outcome = await tools.load(question, (bytes) => tell({ say: "progress", tool, bytes }));
    tell({ say: "loaded", ask, outcome });
    return;
  }
  if (question.say === "open") {
    const opened = await openPicture(question.file);
    if (typeof opened === "string") {
      tell({ say: "not-opened", ask, problem: opened });
      return;
    }
    drawing = new PhotoDrawing(opened.kept, tools);
    tell({ say: "opened", ask, picture: opened.shown }, [opened.shown]);
    return;
  }
  if (!drawing) throw new Error("No picture is open.");
  if (question.say === "frame") {
    tell({ say: "framed", ask, frame: drawing.frameOfFace() ?? "no-face" });
    return;
  }
  if (question.say === "look") {
    tell({ say: "looked", ask, findings: drawing.look(question.frame) });
    return;
  }
  if (question.say === "judge") {
    tell({ say: "judged", ask, ...(await drawing.judge()) });
    return;
  }
  const drawn = await drawing.draw(question.edits);
  tell({ say: "drawn", ask, ...drawn }, [drawn.framed, drawn.photo]);
}

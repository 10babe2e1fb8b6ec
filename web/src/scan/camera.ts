/** The camera, as a picture after the other on a canvas. */
import type { Drawn } from "./reader.ts";

/** Why there is no picture of a camera: its words on the page. */
export type NoCamera = "cameraRefused" | "noCamera";

export interface Camera {
  /** Draws what it sees. @returns undefined before its first picture */
  readonly draw: () => Drawn | undefined;
  /** Turns the light on and off; undefined where it has none. */
  readonly torch: ((isOn: boolean) => Promise<void>) | undefined;
  readonly stop: () => void;
}

/** The longer side of what is read, pixels: enough for 61 modules of a card that fills half of the view, and read in a fraction of a second. */
const longestSide = 1280;

export async function openCamera(video: HTMLVideoElement): Promise<Camera | NoCamera> {
  // Missing where the page is not secure, and in old browsers.
  const { mediaDevices }: Partial<Navigator> = navigator;
  if (!mediaDevices?.getUserMedia) return "noCamera";
  try {
    const stream = await mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
    video.srcObject = stream;
    await video.play();
    return cameraOf(video, stream);
  } catch (error) {
    const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
    return isRefused ? "cameraRefused" : "noCamera";
  }
}

function cameraOf(video: HTMLVideoElement, stream: MediaStream): Camera {
  const [track] = stream.getVideoTracks();
  // Of the Image Capture specification (W3C), which only some browsers have.
  const abilities: object = track?.getCapabilities?.() ?? {};
  const paper = newPaper();
  return {
    draw: () =>
      video.videoWidth > 0 ? drawn(video, video.videoWidth, video.videoHeight, paper) : undefined,
    torch:
      "torch" in abilities && abilities.torch === true
        ? async (isOn) => {
            const light: MediaTrackConstraintSet & { torch: boolean } = { torch: isOn };
            await track?.applyConstraints({ advanced: [light] });
          }
        : undefined,
    stop() {
      for (const each of stream.getTracks()) each.stop();
      video.srcObject = null;
    },
  };
}

/** A picture that somebody chose, upright. @throws when the browser cannot open it */
export async function drawnFile(file: Blob): Promise<Drawn> {
  const image = await createImageBitmap(file);
  return drawn(image, image.width, image.height, newPaper());
}

function newPaper(): Drawn {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser draws nothing.");
  return { canvas, context };
}

function drawn(image: CanvasImageSource, width: number, height: number, paper: Drawn): Drawn {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const { canvas, context } = paper;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return paper;
}

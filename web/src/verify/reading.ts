/** The reading of the captcha's image, by one button: it brings it, plays it, and stops it; what came once is played again. */
import { language } from "../language.ts";
import { verify as text } from "../messages/verify.ts";
import { readingAddress } from "./address.ts";

/** Long: its functions share what plays. @param token of the image that is shown, if any @param lost says that nothing can be heard */
export function readingBy(button: HTMLElement, token: () => string | undefined, lost: () => void) {
  const { textContent: begin } = button;
  let playing: AbortController | undefined;
  let sound: { readonly of: string; readonly audio: HTMLAudioElement } | undefined;
  const show = (word: string | null, isBusy: boolean) => {
    button.textContent = word;
    button.setAttribute("aria-busy", `${isBusy}`);
  };
  const stop = () => {
    playing?.abort();
    playing = undefined;
    sound?.audio.pause();
    show(begin, false);
  };
  const play = async (of: string) => {
    const mine = new AbortController();
    playing = mine;
    show(text.bringing, true);
    try {
      if (sound?.of !== of) sound = { of, audio: await bring(of, mine.signal) };
      const { audio } = sound;
      audio.currentTime = 0;
      audio.onended = stop;
      await audio.play();
      show(text.stop, false);
    } catch {
      // It was stopped before it came.
      if (mine.signal.aborted) return;
      stop();
      lost();
    }
  };
  return {
    /** Of an image that is gone nobody wants to hear more. */
    stop,
    press(): void {
      const of = token();
      if (playing) stop();
      else if (of) void play(of);
    },
  };
}

/** In a blob, because Safari plays no file of a server that sends no parts of it. */
async function bring(token: string, signal: AbortSignal): Promise<HTMLAudioElement> {
  const answer = await fetch(readingAddress(language, token), { signal });
  if (!answer.ok) throw new Error("No reading.");
  return new Audio(URL.createObjectURL(await answer.blob()));
}

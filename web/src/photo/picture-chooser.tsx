import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../components/icon.tsx";
import { useListening } from "../components/use-listening.ts";
import { photo as text } from "../messages/photo.ts";
import { tabMemory } from "../storage.ts";
import { useDrop } from "../use-drop.ts";

interface PictureChooserProps {
  readonly busy: boolean;
  /** The next thing to do is to use or to mend what was chosen, not to choose another. */
  readonly isDone: boolean;
  readonly isCameraLost: boolean;
  readonly choose: (file: File) => void;
}

/** From a file, the camera, the clipboard, or dropped anywhere. */
export function PictureChooser({ busy, isDone, isCameraLost, choose }: PictureChooserProps) {
  const take = (file: File) => !busy && choose(file);
  useDrop(take);
  usePaste(take);
  return (
    <div class="field">
      {isCameraLost && <p class="notice notice-warning">{text.cameraLost}</p>}
      <FileButton {...{ busy, choose }} isQuiet={isDone} label={text.choose} />
      <p class="hint" id="photo-hint">
        {text.chooseHint}
      </p>
      {/* Only shown where a finger is the pointer: elsewhere a browser would open its files once more. */}
      <div class="camera-only">
        <FileButton {...{ busy, choose }} isQuiet isCamera label={text.camera} />
      </div>
    </div>
  );
}

interface FileButtonProps {
  readonly busy: boolean;
  readonly isQuiet: boolean;
  /** Of the face's side, as most photos of oneself are taken. */
  readonly isCamera?: boolean;
  readonly label: string;
  readonly choose: (file: File) => void;
}

/** A button of ours: the browser's own file input speaks the browser's language, not the page's. */
export function FileButton({ busy, isQuiet, isCamera, label, choose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const listening = useListening();
  const open = () => {
    if (busy) return;
    if (isCamera) cameraMark.set();
    input.current?.click();
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        {...(isCamera && { capture: "user" })}
        hidden
        onCancel={cameraMark.forget}
        onChange={({ currentTarget }) => {
          cameraMark.forget();
          const [file] = currentTarget.files ?? [];
          // The same file, mended, can be chosen again.
          currentTarget.value = "";
          if (file) choose(file);
        }}
      />
      <button
        class={isQuiet ? "button button-quiet" : "button"}
        type="button"
        {...(!isCamera && { "aria-describedby": "photo-hint" })}
        disabled={!listening}
        {...(busy && { "aria-disabled": true })}
        onClick={open}
      >
        {isCamera && <Icon name="camera" />} {label}
      </button>
    </>
  );
}

/** That the camera was opened from this tab, and has given nothing back yet. */
const cameraKey = "kartu.kamera";
const cameraMark = {
  set: () => tabMemory.write(cameraKey, "1"),
  forget: () => tabMemory.forget(cameraKey),
};

/** Some phones end the page while their camera is open; the page begins anew, without the picture. */
export function useLostCamera(): boolean {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    setLost(tabMemory.read(cameraKey) !== undefined);
    cameraMark.forget();
  }, []);
  return isLost;
}

function usePaste(choose: (file: File) => void): void {
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    const take = ({ clipboardData }: ClipboardEvent) => {
      const [file] = clipboardData?.files ?? [];
      if (file) latest.current(file);
    };
    addEventListener("paste", take);
    return () => removeEventListener("paste", take);
  }, []);
}

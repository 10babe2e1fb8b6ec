import { useEffect, useRef } from "preact/hooks";

/** The whole page takes a file that is dropped: without it the browser would leave the page to show the file. */
export function useDrop(choose: (file: File) => void): void {
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const take = (event: DragEvent) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) latest.current(file);
    };
    addEventListener("dragover", allow);
    addEventListener("drop", take);
    return () => {
      removeEventListener("dragover", allow);
      removeEventListener("drop", take);
    };
  }, []);
}

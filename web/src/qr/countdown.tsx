import { useEffect, useState } from "preact/hooks";

/**
 * Counts down by the page's own clock from what the server said, so that a wrong clock of the device changes nothing. It is no
 * live region: a number each second would talk over everything else.
 * @param text of whole seconds
 */
export function Countdown({ from, text }: { from: number; text: (seconds: number) => string }) {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const endsAt = performance.now() + from * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((endsAt - performance.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [from]);
  return <p class="hint">{text(left)}</p>;
}

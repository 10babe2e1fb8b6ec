import { activation } from "../messages/activation.ts";

export function RestartButton({ onRestart }: { onRestart: () => void }) {
  return (
    <p class="after-form">
      <button class="link-button" type="button" onClick={onRestart}>
        {activation.restart}
      </button>
    </p>
  );
}

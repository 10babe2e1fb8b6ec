import { session } from "../messages/session.ts";

export function RestartButton({ onRestart }: { onRestart: () => void }) {
  return (
    <p class="after-form">
      <button class="link-button" type="button" onClick={onRestart}>
        {session.activation.restart}
      </button>
    </p>
  );
}

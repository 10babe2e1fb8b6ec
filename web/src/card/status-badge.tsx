import { Icon, type IconName } from "../components/icon.tsx";
import { card } from "../messages/card.ts";

type Shown = keyof typeof card.status;

const icons: Readonly<Record<Shown, IconName>> = {
  active: "check",
  upcoming: "pause",
  suspended: "pause",
  ended: "cross",
  none: "cross",
};

/** What holds of a card: "none" of one that cannot be, for want of a photo. Word, icon and colour: none of them alone. */
export function StatusBadge({ status }: { status: Shown }) {
  return (
    <span class="status-badge" data-status={status}>
      <Icon name={icons[status]} /> {card.status[status]}
    </span>
  );
}

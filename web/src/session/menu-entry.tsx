import { Icon, type IconName } from "../components/icon.tsx";
import { href } from "../language.ts";

interface MenuEntryProps {
  /** The page that is shown. */
  readonly page: string;
  readonly path: string;
  readonly icon?: IconName;
  readonly label: string;
}

/** One page of the menu «Layanan Lainnya». */
export function MenuEntry({ page, path, icon, label }: MenuEntryProps) {
  return (
    <li>
      <a href={href(path)} {...(page === path && { "aria-current": "page" })}>
        {icon && <Icon name={icon} />} {label}
      </a>
    </li>
  );
}

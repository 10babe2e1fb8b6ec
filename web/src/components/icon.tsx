/** The icons of the pages, 24 x 24, drawn with strokes in the text's colour. Decoration: text always stands beside. */
const paths = {
  refresh: "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  dot: "M12 11.9v.2",
  cross: "M6 6l12 12M18 6L6 18",
  warning: "M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3",
  pause: "M9 6v12M15 6v12",
  download: "M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14",
  expand: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
  camera: "M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 16.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z",
  card: "M3.5 5.5h17v13h-17zM6.5 15.5c.5-2 4.5-2 5 0M9 12a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM14.5 10h3.5M14.5 13.5h3.5",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  people:
    "M9 11.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19c.5-6 10.5-6 11 0M16 11.5a2.5 2.5 0 0 0 0-5M17 14c2 .3 3.3 2 3.5 5",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

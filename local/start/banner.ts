/** Says on every page that nothing here is real. The embedded cloud adds it; the product cannot show it. */
const style =
  "<style>.mode-demo{background:#fff3c4;color:#3d2b00;font:600 .875rem/1.4 system-ui,sans-serif;padding:.4rem 1rem;text-align:center;border-bottom:1px solid #c9a227}@media print{.mode-demo{display:none}}</style>";

export function withBanner(html: string): string {
  const isEnglish = /<html[^>]*\blang="en"/.test(html);
  const text = isEnglish
    ? "DEMO MODE: invented people, nothing here is a real card."
    : "MODE DEMO: semua orang di sini rekaan, tidak ada kartu yang sungguhan.";
  const label = isEnglish ? "Demo mode" : "Mode demo";
  return html
    .replace("</head>", () => `${style}</head>`)
    .replace(
      /<body[^>]*>/,
      (body) => `${body}<aside class="mode-demo" aria-label="${label}">${text}</aside>`,
    );
}

import type { SpreadsheetFormat } from "#shared/import/write-spreadsheet.ts";
import { imports as text } from "../messages/imports.ts";
import { FileButton } from "./file-button.tsx";
import { FileWorker } from "./file-worker.ts";

/** Files to fill in, made on this device. */
export function Templates() {
  return (
    <section aria-labelledby="templates-title">
      <h2 id="templates-title">{text.templates}</h2>
      <p class="button-row">
        {formats.map((format) => (
          <FileButton
            key={format}
            label={text.template[format]}
            name={`${text.templateFile}.${format}`}
            make={() => template(format)}
          />
        ))}
      </p>
    </section>
  );
}

const formats = ["xlsx", "csv"] as const satisfies readonly SpreadsheetFormat[];

async function template(format: SpreadsheetFormat): Promise<Blob> {
  const worker = new FileWorker();
  try {
    return await worker.template(format);
  } finally {
    worker.end();
  }
}

// What is shown, kept as a file: the picture as PNG (image.js), the records as CSV, all of it as JSON.
"use strict";
{
  const { files, image, records, text } = globalThis.dragoman;

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  /** Returns what makes and saves each kind of file from what is shown now. */
  const download = (graph, picture, now) => {
    const title = () => document.querySelector("header h1").textContent;
    const name = (ending) => `${text.fold(title()).replaceAll(" ", "-").slice(0, 60) || "dragoman"}.${ending}`;
    const rows = () => records.sorted(records.rows(graph, now().result.statements, graph.messages[graph.lang], graph.lang), now().state.sort, graph.lang);
    return {
      png: () => image(graph, picture, now().result, title()).toBlob((blob) => save(blob, name("png")), "image/png"),
      csv: () => save(new Blob(["\ufeff", files.csv(rows(), graph.messages[graph.lang].columns)], { type: "text/csv;charset=utf-8" }), name("csv")), // the mark tells a spreadsheet that it is UTF-8
      json: () => save(new Blob([files.json(graph, now().result, title())], { type: "application/json" }), name("json")),
    };
  };

  globalThis.dragoman.download = download;
}

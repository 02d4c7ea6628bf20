// What is shown, kept as a file: the picture as PNG, the records as CSV, all of it as JSON.
"use strict";
{
  const { files, records, text } = globalThis.dragoman;

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  /** Draws the picture on its ground with the page's title above it, as sharp as the screen. */
  const png = (picture, title, done) => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const source = document.querySelector("#drawing canvas");
    const sharp = devicePixelRatio;
    const made = document.createElement("canvas");
    const head = Math.round(46 * sharp);
    Object.assign(made, { width: source.width, height: source.height + head });
    const pen = made.getContext("2d");
    pen.fillStyle = colour("ground");
    pen.fillRect(0, 0, made.width, made.height);
    pen.drawImage(source, 0, head);
    pen.fillStyle = colour("ink");
    pen.font = `600 ${Math.round(20 * sharp)}px ${colour("serif") || "serif"}`;
    pen.textBaseline = "middle";
    pen.fillText(text.plain(title), 18 * sharp, head / 2, made.width - 36 * sharp);
    made.toBlob(done, "image/png");
  };

  /** Returns what makes and saves each kind of file from what is shown now. */
  const download = (graph, picture, now) => {
    const title = () => document.querySelector("header h1").textContent;
    const name = (ending) => `${text.fold(title()).replaceAll(" ", "-").slice(0, 60) || "dragoman"}.${ending}`;
    const rows = () => records.sorted(records.rows(graph, now().result.statements, graph.messages[graph.lang], graph.lang), now().state.sort, graph.lang);
    return {
      png: () => png(picture, title(), (blob) => save(blob, name("png"))),
      csv: () => save(new Blob(["\ufeff", files.csv(rows(), graph.messages[graph.lang].columns)], { type: "text/csv;charset=utf-8" }), name("csv")), // the mark tells a spreadsheet that it is UTF-8
      json: () => save(new Blob([files.json(graph, now().result, title())], { type: "application/json" }), name("json")),
    };
  };

  globalThis.dragoman.download = download;
}

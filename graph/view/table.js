// The same records as a table: sorted by a click on a heading, copied as a spreadsheet takes them.
"use strict";
{
  const { files, records, text, tongue } = globalThis.dragoman;
  const AT_ONCE = 200;
  const SHOWN = ["date", "sentence", "kind", "status", "certainty", "speaker", "quotation", "article"];

  /** What is laid out as cards stays a table to who does not see: some browsers forget it once cells are no boxes of a table. */
  const ROLES = Object.entries({ table: "table", rowgroup: "thead, tbody", row: "tr", columnheader: "thead th", rowheader: "tbody th", cell: "td" });

  /** Makes `place` the table of `graph`; `changed` is told a part of the state, `choose` what is chosen. */
  const table = (place, graph, changed, choose) => {
    let [rows, most, last] = [[], AT_ONCE, null];
    const words = () => graph.messages[graph.lang];

    let edgeOf;
    const drawn = () => (edgeOf ??= new Map(graph.edges.flatMap((edge) => edge.statements.map((one) => [one, edge.id]))));

    const cell = (name, row) => {
      const statement = graph.statements[row.place];
      const value = row.cells[name];
      if (name === "sentence") {
        const node = statement.happening >= 0 ? { node: statement.happening } : null;
        const what = node ?? (drawn().has(row.place) ? { edge: drawn().get(row.place) } : null);
        const told = text.tongue(statement.sentence, graph.lang);
        return text.element("th", `in-${name}`, what ? text.button("link", told, () => choose(what)) : told);
      }
      if (name === "date") return text.element("td", `in-${name}`, value && text.dated(value, graph.lang));
      if (name === "quotation") {
        const quote = text.element("q", "", value);
        quote.dir = "auto";
        if (graph.articles[statement.article].language) quote.lang = graph.articles[statement.article].language;
        return text.element("td", `in-${name}`, quote);
      }
      if (name === "speaker" && statement.speakers.length) {
        const who = statement.speakers.map((one) => text.tongue(text.labelsOf(graph, one), graph.lang));
        return text.element("td", `in-${name}`, ...who.flatMap((one, i) => (i ? [", ", one] : [one])));
      }
      if (name !== "article") return text.element("td", `in-${name}`, value && text.strange(value));
      const url = text.webAddress(row.cells.address);
      const title = url ? text.element("a", "", text.strange(value)) : text.strange(value);
      if (url) Object.assign(title, { href: url, rel: "noopener noreferrer external", target: "_blank" });
      const about = [row.cells.outlet && text.strange(row.cells.outlet), row.cells.published && text.dated(row.cells.published, graph.lang)].filter(Boolean);
      return text.element("td", `in-${name}`, title, ...about.flatMap((part) => [" · ", part]));
    };

    const heading = (name, [column, direction]) => {
      const made = text.element("th", `in-${name}`, text.button("sort", words().columns[name], () => changed({ sort: [name, column === name ? -direction : 1] })));
      made.scope = "col";
      if (column === name) made.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      return made;
    };

    const copy = async (asked) => {
      const content = files.tabbed(rows, words().columns);
      const done = () => tongue.done(asked.target, words().copied, () => words().copy);
      try {
        if (text.framed()) throw new Error("no clipboard");
        await navigator.clipboard.writeText(content);
        done();
      } catch { // where the clipboard is out of reach, select the table, so that one key copies it
        getSelection().selectAllChildren(place.querySelector("table"));
        if (document.execCommand("copy")) done();
      }
    };

    const draw = (state, all = false) => {
      const held = place.contains(document.activeElement) ? document.activeElement.closest("thead th")?.className : undefined;
      const made = text.element("table", "records");
      const head = text.element("tr", "", ...SHOWN.map((name) => heading(name, state.sort)));
      const body = text.element("tbody");
      for (const row of rows.slice(0, all ? Infinity : most)) {
        const line = text.element("tr", "", ...SHOWN.map((name) => cell(name, row)));
        line.querySelector("th").scope = "row";
        body.append(line);
      }
      const caption = text.element("caption", "", tongue.counted(words().records_shown, graph.lang, rows.length));
      made.append(caption, text.element("thead", "", head), body);
      made.setAttribute("aria-rowcount", String(rows.length + 1));
      const more = rows.length > most && !all ? text.button("tool more", text.filled(words().show_more, { n: rows.length - most }), () => {
        most += AT_ONCE * 5;
        draw(state);
      }) : undefined;
      place.replaceChildren(text.element("div", "copying", text.button("tool copy", words().copy, copy)), ...[made, more].filter(Boolean));
      for (const [role, parts] of ROLES) for (const part of [made, ...made.querySelectorAll(parts)].filter((one) => one.matches(parts))) part.setAttribute("role", role);
      if (held) place.querySelector(`thead th.${held} button`)?.focus();
    };

    /** Shows the records of `result` as `state` asks for them; `all` at once on paper. */
    return (state, result, all = false) => {
      const asked = JSON.stringify([state.lang, state.sort, result.statements, all && result.statements.length > AT_ONCE]);
      if (asked === last) return;
      last = asked;
      most = AT_ONCE;
      rows = records.sorted(records.rows(graph, result.statements, words(), graph.lang), state.sort, graph.lang);
      draw(state, all);
    };
  };

  globalThis.dragoman.table = table;
}

// What is shown as files that other programs open: CSV for a table, JSON for a program.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});

  const FORMULA = /^\s*[=+\-@＝＋－＠]/; // a spreadsheet takes such a text for a formula, whoever wrote it
  const DATE = /^--\d\d(-\d\d)?$/; // a day of no known year
  const guarded = (value) => (FORMULA.test(value) && !DATE.test(value) ? `'${value}` : value);

  const quoted = (value) => {
    const safe = guarded(value);
    return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  /** Returns rows as CSV (RFC 4180), with the headings that a reader sees. */
  const csv = (rows, headings) => {
    const { COLUMNS } = dragoman.records;
    const lines = [COLUMNS.map((name) => headings[name]), ...rows.map((row) => COLUMNS.map((name) => row.cells[name]))];
    return `${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
  };

  /** Returns rows with a TAB between cells, as a spreadsheet takes them from the clipboard. */
  const tabbed = (rows, headings) => {
    const { COLUMNS } = dragoman.records;
    const cell = (value) => guarded(value).replace(/\s+/g, " ");
    return [COLUMNS.map((name) => headings[name]), ...rows.map((row) => COLUMNS.map((name) => row.cells[name]))].map((line) => line.map(cell).join("\t")).join("\n");
  };

  /** Returns what is shown as JSON: nodes, edges, and the records behind them with their quotations and articles. */
  const json = (graph, result, title) => {
    const iri = (id) => graph.nodes[id].iri;
    const value = (one) => (typeof one === "number" ? iri(one) : one);
    const sentence = (said) => Object.fromEntries(Object.entries(said).map(([lang, words]) => [lang, dragoman.text.plain(words)]));
    const statement = (place) => {
      const one = graph.statements[place];
      return {
        iri: one.iri, kind: one.kind, happening: one.fact < 0 ? null : graph.happenings[one.fact].iri, sentence: sentence(one.sentence), status: one.status,
        certainty: one.certainty, statedBy: one.speakers.map(value), date: one.date, earliest: one.earliest, latest: one.latest, topics: one.topics.map(iri),
        values: graph.valuesOf(place).map(({ property, values }) => ({ property, values: values.map(value) })),
        quotations: one.quotes.map(({ words, begin }) => ({ words, begin })), article: graph.articles[one.article].iri,
      };
    };
    const told = new Set(result.statements);
    const articles = new Set(result.statements.map((place) => graph.statements[place].article));
    const content = {
      title,
      nodes: graph.nodes.filter((node) => result.nodes.has(node.id)).map((node) => ({ iri: node.iri, kind: node.kind, labels: node.labels, names: node.names, same: node.same })),
      edges: graph.edges.filter((edge) => result.edges.has(edge.id)).map((edge) => ({
        from: iri(edge.from), to: iri(edge.to), property: edge.property, labels: edge.labels, status: edge.status, certainty: edge.certainty,
        records: edge.statements.filter((place) => told.has(place)).map((place) => graph.statements[place].iri),
      })),
      records: result.statements.map(statement),
      articles: graph.articles.filter((_, place) => articles.has(place)),
    };
    return `${JSON.stringify(content, null, 1)}\n`;
  };

  dragoman.files = { csv, tabbed, json };
}

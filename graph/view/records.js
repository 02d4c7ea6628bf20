// The records that are shown as rows of plain text: for the table, for copying and for files.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});

  /** The columns, in their order; each is also a word of `messages.yaml`, under `columns`. */
  const COLUMNS = ["date", "sentence", "kind", "status", "certainty", "speaker", "quotation", "article", "outlet", "published", "address"];

  /** Returns a row for each of `places` in the statements of `graph`: its place, its day, and a text for each column. */
  const rows = (graph, places, words, lang) => {
    const { labelsOf, named, plain } = dragoman.text;
    return places.map((place) => {
      const one = graph.statements[place];
      const article = graph.articles[one.article];
      const speakers = one.speakers.map((who) => named(labelsOf(graph, who), lang));
      const cells = {
        date: one.date,
        sentence: named(one.sentence, lang),
        kind: one.fact < 0 ? words.office : (words.kind[one.kind] ?? one.kind),
        status: words.status[one.status] ?? one.status,
        certainty: words.certainty[one.certainty] ?? one.certainty,
        speaker: speakers.join(", ") || words.said_by_article,
        quotation: one.quotes.map((quote) => quote.words).join(" […] "),
        article: article.title || words.untitled,
        outlet: article.outlet,
        published: article.published,
        address: article.url,
      };
      for (const name of COLUMNS) cells[name] = plain(cells[name]);
      return { place, earliest: one.earliest, cells };
    });
  };

  /** Returns `given` sorted by a column, upwards or downwards (-1); what has no value, or no day of a known year, comes last either way. */
  const sorted = (given, [column, direction], lang) => {
    const collator = new Intl.Collator(lang, { numeric: true });
    const value = (row) => (column === "date" ? row.earliest : row.cells[column]);
    const compare = (a, b) => {
      const [one, two] = [value(a), value(b)];
      if (!one || !two) return Number(!one) - Number(!two) || a.place - b.place;
      const order = column === "date" ? (one < two ? -1 : Number(one > two)) : collator.compare(one, two);
      return order * direction || a.place - b.place;
    };
    return [...given].sort(compare);
  };

  dragoman.records = { COLUMNS, rows, sorted };
}

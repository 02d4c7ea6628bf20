// The data as the rest of the page knows it (README.md says what stands in each field), from its form in the file, which
// packing.py describes.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});
  const TABLES = ["nodes", "edges", "happenings", "statements", "articles", "quotes"];

  const valueAt = ({ all, same, of, at, begin }, row) => {
    if (of) return of[at[row]];
    if (begin !== undefined) return begin + all[row];
    return all ? all[row] : same;
  };

  const rowsOf = ({ rows, columns }) => {
    const made = Array.from({ length: rows }, () => ({}));
    for (const [name, column] of Object.entries(columns)) {
      for (let row = 0; row < rows; row += 1) {
        const value = valueAt(column, row);
        if (value !== null) made[row][name] = value;
      }
    }
    return made;
  };

  /** Returns a quotation as one statement has it: each mention with the properties of the statement that it fills. */
  const quoteOf = (quote, filling) => {
    const filled = new Map(filling.map(([mark, ...properties]) => [mark, properties]));
    return { ...quote, marks: quote.marks.map((mark, place) => [...mark, filled.get(place) ?? []]) };
  };

  /** Returns a function that gives the values of a statement by its place; put together when first asked for. */
  const valuesOf = (count, columns) => {
    let found;
    return (place) => {
      if (!found) {
        found = Array.from({ length: count }, () => []);
        for (const [property, { at, all }] of Object.entries(columns)) at.forEach((one, i) => found[one].push({ property, values: all[i] }));
      }
      return found[place];
    };
  };

  /** Returns the page's data from the text of its element. */
  dragoman.unpack = (text) => {
    const graph = JSON.parse(text);
    for (const name of TABLES) graph[name] = rowsOf(graph[name]);
    for (const list of [graph.nodes, graph.edges]) list.forEach((one, place) => (one.id = place));
    for (const one of graph.statements) one.quotes = one.quotes.map(([place, ...filling]) => quoteOf(graph.quotes[place], filling));
    graph.valuesOf = valuesOf(graph.statements.length, graph.values);
    delete graph.values;
    for (const one of graph.happenings) one.sentence = graph.statements[one.statements.at(-1)].sentence;
    delete graph.quotes;
    return graph;
  };
}

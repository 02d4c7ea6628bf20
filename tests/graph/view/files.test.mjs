import assert from "node:assert/strict";
import { test } from "node:test";
import { dragoman, graph } from "./small.mjs";

const given = graph();
const words = { kind: {}, status: {}, certainty: {}, said_by_article: "l’article", untitled: "?", office: "Fonction" };
const headings = Object.fromEntries(dragoman.records.COLUMNS.map((name) => [name, name]));
const rows = dragoman.records.rows(given, [0, 1, 2, 3], words, "fr");

test("a row says what, when, who says so, and in which words of which article", () => {
  const { date, sentence, speaker, quotation, article, address } = rows[1].cells;
  assert.deepEqual([date, sentence, speaker, quotation, article, address], ["2020-05", "Boris et Clara signent", "Clara", "On lit : Boris et Clara signent.", "Deux", ""]);
  assert.deepEqual(rows.map(({ cells }) => cells.speaker), ["l’article", "Clara", "une source", "l’article"]);
});

test("rows are sorted either way, and those without a value come last", () => {
  const order = (sort) => dragoman.records.sorted(rows, sort, "fr").map(({ place }) => place);
  assert.deepEqual(order(["date", 1]), [0, 1, 2, 3]);
  assert.deepEqual(order(["date", -1]), [1, 0, 2, 3]);
  assert.deepEqual(order(["sentence", 1]), [3, 0, 1, 2]);
});

test("a day of no known year is none: it comes last, and no apostrophe stands before it", () => {
  const yearless = { ...rows[2], place: 9, cells: { ...rows[2].cells, date: "--09-21" } };
  assert.deepEqual(dragoman.records.sorted([yearless, ...rows], ["date", 1], "fr").map(({ place }) => place), [0, 1, 2, 3, 9]);
  assert.ok(dragoman.files.csv([yearless], headings).includes("\r\n--09-21,"));
});

test("no text becomes a formula, whatever stands before its sign and however wide that is", () => {
  for (const begin of ["=1", " =1", "\n+1", "＝1", "＋1", "－1", "＠x"]) {
    assert.equal(dragoman.files.csv([{ cells: { ...rows[0].cells, outlet: begin } }], headings).includes(`'${begin}`), true, begin);
    assert.ok(dragoman.files.tabbed([{ cells: { ...rows[0].cells, outlet: begin } }], headings).includes(`'${begin.replace("\n", " ")}`), begin);
  }
});

test("CSV quotes what needs it, and no text becomes a formula", () => {
  const strange = [{ cells: { ...rows[0].cells, sentence: '=HYPERLINK("x")', speaker: "a, b\nc", quotation: "+1", kind: "@x", status: "-2" } }];
  const [, line] = dragoman.files.csv(strange, headings).split("\r\n");
  assert.equal(line, `2020-03-02,"'=HYPERLINK(""x"")",'@x,'-2,Asserted,"a, b\nc",'+1,Un,Gazette,2020-03-03,https://example.org/un`);
});

test("what is copied has as many cells in each line", () => {
  const lines = dragoman.files.tabbed(rows, headings).split("\n");
  assert.equal(lines.length, 5);
  assert.ok(lines.every((line) => line.split("\t").length === dragoman.records.COLUMNS.length));
});

test("JSON holds just what is shown, by lasting names", () => {
  const state = { ...dragoman.state.initial(given), focus: 2, hops: 1 };
  const held = JSON.parse(dragoman.files.json(given, dragoman.shown.shown(given, state), "Titre"));
  assert.deepEqual(held.nodes.map(({ labels }) => labels.fr), ["Clara", "Contrat"]);
  assert.deepEqual(held.edges.map(({ property, records }) => [property, records.length]), [["recipient", 1]]);
  assert.equal(held.records[0].statedBy[0], given.nodes[2].iri);
  assert.deepEqual(held.articles.map(({ title }) => title), ["Deux"]);
});

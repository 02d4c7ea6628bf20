import assert from "node:assert/strict";
import { test } from "node:test";
import { dragoman, graph } from "./small.mjs";

const given = graph();
const set = (change = {}) => ({ ...dragoman.state.initial(given), ...change });
const off = (facet, ...names) => ({ off: { ...dragoman.state.none(), [facet]: names } });
const names = (result) => [...result.nodes].sort((a, b) => a - b).map((id) => given.nodes[id].labels.fr);
const shown = (change) => dragoman.shown.shown(given, set(change));

test("at first everything is shown", () => {
  const all = shown();
  assert.equal(all.nodes.size, 8);
  assert.equal(all.edges.size, 7);
  assert.deepEqual(all.statements, [0, 1, 2, 3]);
});

test("a class that is switched off takes its nodes and their edges with it, and nobody else", () => {
  assert.deepEqual(names(shown(off("family", "deal"))), ["Anna", "Boris", "Clara", "Rencontre", "Pays", "Énergie"]);
  assert.deepEqual(shown(off("family", "deal")).statements, [0, 3]);
});

test("a status that is switched off hides what nothing else is said of", () => {
  assert.deepEqual(names(shown(off("status", "Signed"))), ["Anna", "Boris", "Rencontre", "Projet", "Pays", "Énergie"]);
});

test("an office follows its holder where happenings are filtered", () => {
  const interest = shown(off("status", "", "Signed"));
  assert.deepEqual(names(interest), ["Projet", "Pays"]);
  assert.deepEqual(names(shown(off("status", "Interest", "Signed"))), ["Anna", "Boris", "Rencontre", "Pays", "Énergie"]);
});

test("one can ask for certainty, speaker, article and topic", () => {
  assert.ok(!names(shown(off("certainty", "Conditional"))).includes("Projet"));
  assert.ok(!names(shown(off("speaker", "une source"))).includes("Projet"));
  assert.deepEqual(names(shown(off("speaker", "", "une source"))), ["Boris", "Clara", "Contrat"]);
  assert.deepEqual(names(shown(off("article", "article/deux"))), ["Anna", "Boris", "Rencontre", "Pays", "Énergie"]);
  assert.ok(!names(shown(off("topic", "topic/énergie"))).includes("Rencontre"));
});

test("days keep what may have happened in them; the undated are asked for apart", () => {
  assert.deepEqual(names(shown({ span: ["2020-05-30", "2020-12-31"], undated: false })), ["Boris", "Clara", "Contrat"]);
  assert.ok(names(shown({ span: ["2020-05-30", "2020-12-31"], undated: true })).includes("Projet"));
  assert.ok(!names(shown({ undated: false })).includes("Projet"));
});

test("around a node is what lies within the distance", () => {
  assert.deepEqual(names(shown({ focus: 2, hops: 1 })), ["Clara", "Contrat"]);
  assert.deepEqual(names(shown({ focus: 2, hops: 2 })), ["Boris", "Clara", "Contrat"]);
  assert.deepEqual(names(shown({ focus: 2, hops: 3 })), ["Boris", "Clara", "Rencontre", "Contrat"]);
});

test("counts say what each answer would show whatever is set at its own question", () => {
  const { counts } = shown(off("status", "Signed"));
  assert.equal(counts.status.get("Signed"), 1);
  assert.equal(counts.status.get("Interest"), 1);
  assert.equal(counts.article.get("article/deux"), 1);
  assert.equal(counts.family.get("deal"), 1);
  assert.equal(counts.certainty.get("Asserted"), 2);
});

test("of a graph that opens on its central part, the rest is shown when it grows, is chosen or lies on a way", () => {
  const large = graph();
  for (const id of [2, 4, 5]) large.nodes[id].open = false;
  const first = dragoman.state.initial(large);
  const seen = (change) => [...dragoman.shown.shown(large, { ...first, ...change }).nodes].sort();
  assert.deepEqual(seen({}), [0, 1, 3, 6, 7]);
  assert.deepEqual(seen({ grown: [1] }), [0, 1, 3, 4, 6, 7]);
  assert.deepEqual(seen({ chosen: { node: 5 } }), [0, 1, 3, 5, 6, 7]);
  const result = dragoman.shown.shown(large, first);
  assert.equal(dragoman.shown.hiddenNeighbours(large, first, result, 1), 1);
  assert.equal(dragoman.shown.hiddenNeighbours(large, first, result, 7), 0);
});

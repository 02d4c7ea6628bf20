// A small invented graph in the form of the page's data, and the page's modules without a page.
import "../../../graph/view/text.js";
import "../../../graph/view/facets.js";
import "../../../graph/view/records.js";
import "../../../graph/view/state.js";
import "../../../graph/view/shown.js";
import "../../../graph/view/routes.js";
import "../../../graph/view/time.js";
import "../../../graph/view/spelling.js";
import "../../../graph/view/files.js";

export const dragoman = globalThis.dragoman;
const HOME = "https://w3id.org/dragoman/id/";

const node = (id, name, group, statements, more = {}) => ({
  id, iri: `${HOME}${group}/${name.toLowerCase()}`, kind: group, group, labels: { fr: name }, names: [], same: [], statements, offices: [], open: true, ...more,
});
const statement = (article, fact, happening, sentence, more = {}) => ({
  iri: `${HOME}article/${article}#${sentence}`, kind: "Meeting", article, fact, happening, office: fact < 0 ? 0 : -1, sentence: { fr: sentence }, status: "", certainty: "Asserted",
  speakers: [], date: "", earliest: "", latest: "", topics: [], quotes: [{ words: `On lit : ${sentence}.`, begin: 0, marks: [] }], ...more,
});
const edge = (id, from, to, property, statements) => ({ id, from, to, property, labels: { fr: property }, status: "", certainty: "Asserted", deal: false, quiet: false, statements });

/** Anna and Boris meet in March; Boris and Clara sign in May; Anna's country is interested in a deal, nobody knows when. */
export const graph = () => ({
  lang: "fr",
  valuesOf: () => [],
  messages: { fr: {}, en: {} },
  start: { node: -1, hops: 0 },
  partial: false,
  nodes: [
    node(0, "Anna", "official", [0, 3], { offices: [3] }),
    node(1, "Boris", "official", [0, 1]),
    node(2, "Clara", "official", [1]),
    node(3, "Rencontre", "event", [0]),
    node(4, "Contrat", "deal", [1]),
    node(5, "Projet", "deal", [2]),
    node(6, "Pays", "country", [2, 3]),
    node(7, "Énergie", "topic", [0]),
  ],
  edges: [
    edge(0, 0, 3, "host", [0]), edge(1, 1, 3, "guest", [0]), edge(2, 1, 4, "supplier", [1]), edge(3, 2, 4, "recipient", [1]),
    edge(4, 6, 5, "recipient", [2]), edge(5, 0, 6, "tenure", [3]), edge(6, 3, 7, "topic", [0]),
  ],
  happenings: [
    { iri: `${HOME}happening/0`, node: 3, earliest: "2020-03-02", latest: "2020-03-02" },
    { iri: `${HOME}happening/1`, node: 4, earliest: "2020-05-01", latest: "2020-05-31" },
    { iri: `${HOME}happening/2`, node: 5, earliest: "", latest: "" },
  ],
  statements: [
    statement(0, 0, 3, "Anna reçoit Boris", { earliest: "2020-03-02", date: "2020-03-02", topics: [7] }),
    statement(1, 1, 4, "Boris et Clara signent", { kind: "Deal", status: "Signed", earliest: "2020-05-01", date: "2020-05", speakers: [2] }),
    statement(1, 2, 5, "Le pays s’intéresse", { kind: "Deal", status: "Interest", certainty: "Conditional", speakers: [{ fr: "une source" }] }),
    statement(0, -1, -1, "Anna est ministre", { kind: "Tenure" }),
  ],
  articles: [
    { iri: `${HOME}article/un`, title: "Un", outlet: "Gazette", url: "https://example.org/un", published: "2020-03-03", language: "fr" },
    { iri: `${HOME}article/deux`, title: "Deux", outlet: "", url: "", published: "2020-06-01", language: "fr" },
  ],
});

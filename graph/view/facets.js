// What each statement can be filtered by: one list of keys for each question that the legend asks.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});
  const HOME = "https://w3id.org/dragoman/id/";

  /** The questions, in the order of the legend; the first is asked of nodes, the others of statements. */
  const FACETS = ["family", "status", "certainty", "speaker", "article", "topic"];
  const ASKED = FACETS.slice(1);
  /** Questions that nobody can ask of an office, which has neither status nor topic. */
  const FACTUAL = ["status", "topic"];

  /** Returns the short and lasting key of an IRI, the same in every page that draws it. */
  const key = (iri) => (iri.startsWith(HOME) ? iri.slice(HOME.length) : iri);

  const spoken = (graph, who) => (typeof who === "number" ? key(graph.nodes[who].iri) : (who.fr ?? who.en ?? Object.values(who).sort()[0] ?? ""));

  const keysOf = (graph, statement) => {
    const office = statement.fact < 0;
    const some = (keys) => (keys.length ? keys : [""]); // "" stands for those that have none
    return {
      status: office ? [] : [statement.status],
      certainty: [statement.certainty],
      speaker: some(statement.speakers.map((who) => spoken(graph, who))),
      article: [key(graph.articles[statement.article].iri)],
      topic: office ? [] : some(statement.topics.map((topic) => key(graph.nodes[topic].iri))),
    };
  };

  const known = new WeakMap();

  /** Returns the keys of every statement of `graph`, reckoned once. */
  const keys = (graph) => {
    if (!known.has(graph)) known.set(graph, graph.statements.map((statement) => keysOf(graph, statement)));
    return known.get(graph);
  };

  /** Returns every key that occurs for `facet`, sorted. */
  const every = (graph, facet) => {
    const found = new Set(facet === "family" ? graph.nodes.map((node) => node.group) : keys(graph).flatMap((one) => one[facet]));
    return [...found].sort();
  };

  /** Returns for each question its keys with their labels by language; the page's own words in `lang` alone. */
  const labels = (graph, words, lang) => {
    const { labelsOf } = dragoman.text;
    const own = (label) => ({ [lang]: label });
    const byIri = new Map(graph.nodes.map((node) => [key(node.iri), node.labels]));
    const articles = new Map(graph.articles.map((one) => [key(one.iri), own([one.outlet, one.title || words.untitled].filter(Boolean).join(" · "))]));
    const said = new Map();
    graph.statements.forEach((one) => one.speakers.forEach((who) => said.set(spoken(graph, who), labelsOf(graph, who))));
    const label = {
      family: (name) => own(words.family[name] ?? name),
      status: (name) => own(name ? (words.status[name] ?? name) : words.without_status),
      certainty: (name) => own(words.certainty[name] ?? name),
      speaker: (name) => (name ? (said.get(name) ?? own(name)) : own(words.said_by_article)),
      article: (name) => articles.get(name) ?? own(name),
      topic: (name) => (name ? (byIri.get(name) ?? own(name)) : own(words.without_topic)),
    };
    return Object.fromEntries(FACETS.map((facet) => [facet, new Map(every(graph, facet).map((name) => [name, label[facet](name)]))]));
  };

  dragoman.facets = { FACETS, ASKED, FACTUAL, key, keys, every, labels };
}

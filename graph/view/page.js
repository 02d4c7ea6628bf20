// Brings the parts of the page together.
"use strict";
{
  const { draw, legend, panel, search, text } = globalThis.dragoman;
  const graph = globalThis.dragoman.unpack(document.getElementById("data").textContent);
  const words = graph.messages[graph.lang];
  const at = (id) => document.getElementById(id);

  const counted = (message, n) => text.filled(new Intl.PluralRules(graph.lang).select(n) === "one" ? message.one : message.many, { n });
  const ACTORS = new Set(["country", "official", "agency", "company", "outlet"]);
  const facts = new Set(graph.statements.filter((one) => one.happening >= 0).map((one) => one.happening)).size;
  at("counts").textContent = [
    counted(words.count_happenings, facts),
    counted(words.count_actors, graph.nodes.filter((node) => ACTORS.has(node.group)).length),
    counted(words.count_articles, graph.articles.length),
  ].join(" · ");

  const place = at("drawing");
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", text.filled(words.network_described, { nodes: graph.nodes.length, edges: graph.edges.length }));

  const narrow = matchMedia("(max-width: 999px)");
  at("legend").open = !narrow.matches;

  const choose = (what, shown = true) => {
    picture.light(what);
    fill(what);
    if (what && "node" in what && shown) picture.show();
    if (what && narrow.matches) at("panel").scrollIntoView({ block: "start", behavior: "auto" });
  };
  const picture = draw(place, graph, (what) => choose(what, false));
  const fill = panel(at("panel"), graph, words, choose);
  fill(null);

  legend.legend(at("filters"), graph, words, picture.filter);
  search.search(at("search"), at("found"), graph, words, (id) => choose({ node: id }));
  at("zoom-in").addEventListener("click", () => picture.zoom(1.3));
  at("zoom-out").addEventListener("click", () => picture.zoom(1 / 1.3));
  at("fit").addEventListener("click", () => picture.fit());
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !(event.target instanceof HTMLInputElement)) choose(null);
    if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      at("search").focus();
    }
  });
  globalThis.dragoman.page = { graph, picture, choose };
}

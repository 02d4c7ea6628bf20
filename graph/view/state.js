// Everything that a reader has set in the page, as one plain object, and the permanent link that holds it.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});
  const VIEWS = new Set(["network", "table"]);
  /** As far as one can look around a node. */
  const FURTHEST = 6;

  const none = () => Object.fromEntries(dragoman.facets.FACETS.map((facet) => [facet, []]));

  /** Returns what a page opens on: nothing chosen and nothing hidden, around the node that was asked for, if any. */
  const initial = (graph) => ({
    lang: graph.home ?? graph.lang, // `lang` is what is spoken now, `home` what the page was made in
    view: "network",
    chosen: null, // { node } or { edge }
    focus: graph.start?.node ?? -1,
    hops: graph.start?.hops || 1,
    path: [-1, -1],
    off: none(),
    span: null, // [first, last] day, as YYYY-MM-DD
    undated: true,
    grown: [],
    sort: ["date", 1],
  });

  /** Returns whether anything is hidden by a filter. */
  const filtering = (state) => state.span !== null || !state.undated || Object.values(state.off).some((off) => off.length);

  const edgeKey = (graph, edge) => [graph.nodes[edge.from].iri, edge.property, graph.nodes[edge.to].iri].map(dragoman.facets.key).join(" ");

  /** Returns the part of the address after `#` from which `read` restores `state`; nothing for the initial state. */
  const write = (graph, state) => {
    const { FACETS, key, every } = dragoman.facets;
    const first = initial(graph);
    const link = new URLSearchParams();
    const put = (name, value, unless) => value !== unless && link.append(name, value);
    const node = (name, id) => id >= 0 && link.append(name, key(graph.nodes[id].iri));
    put("lang", state.lang, first.lang);
    put("view", state.view, first.view);
    if (state.chosen && "node" in state.chosen) node("node", state.chosen.node);
    if (state.chosen && "edge" in state.chosen) link.append("edge", edgeKey(graph, graph.edges[state.chosen.edge]));
    if (state.focus < 0 && first.focus >= 0) link.append("around", "");
    if (state.focus >= 0 && (state.focus !== first.focus || state.hops !== first.hops)) {
      node("around", state.focus);
      link.append("hops", state.hops);
    }
    node("from", state.path[0]);
    node("to", state.path[1]);
    for (const facet of FACETS) {
      const all = every(graph, facet);
      const off = new Set(state.off[facet]);
      const on = all.filter((one) => !off.has(one));
      if (!off.size) continue;
      const short = on.length < off.size ? ["only", on] : ["not", all.filter((one) => off.has(one))];
      if (short[1].length) short[1].forEach((one) => link.append(`${short[0]}.${facet}`, one));
      else link.append(`none.${facet}`, "");
    }
    if (state.span) link.append("days", state.span.join("_"));
    put("undated", state.undated ? "1" : "0", state.span ? "0" : "1");
    state.grown.forEach((id) => node("open", id));
    put("sort", `${state.sort[1] < 0 ? "-" : ""}${state.sort[0]}`, "date");
    return link.toString();
  };

  /** Returns the state that `hash` asks for; whatever it asks for that is not in `graph` is left out. */
  const read = (graph, hash) => {
    const { FACETS, key, every } = dragoman.facets;
    const link = new URLSearchParams(hash.replace(/^#/, ""));
    const state = initial(graph);
    const number = new Map(graph.nodes.map((node) => [key(node.iri), node.id]));
    const node = (name) => number.get(link.get(name)) ?? -1;
    if (Object.hasOwn(graph.messages, link.get("lang") ?? "")) state.lang = link.get("lang");
    if (VIEWS.has(link.get("view"))) state.view = link.get("view");
    if (node("node") >= 0) state.chosen = { node: node("node") };
    const edge = link.has("edge") ? graph.edges.find((one) => edgeKey(graph, one) === link.get("edge")) : undefined;
    if (edge) state.chosen = { edge: edge.id };
    if (link.has("around")) state.focus = node("around");
    const hops = Number(link.get("hops"));
    if (Number.isInteger(hops) && hops >= 1 && hops <= FURTHEST) state.hops = hops;
    state.path = [node("from"), node("to")];
    for (const facet of FACETS) {
      const all = every(graph, facet);
      const [only, not] = [new Set(link.getAll(`only.${facet}`)), new Set(link.getAll(`not.${facet}`))];
      if (link.has(`none.${facet}`)) state.off[facet] = all;
      else if (all.some((one) => only.has(one))) state.off[facet] = all.filter((one) => !only.has(one));
      else state.off[facet] = all.filter((one) => not.has(one));
    }
    const days = (link.get("days") ?? "").split("_");
    if (days.length === 2 && days.every(dragoman.time.isDay) && days[0] <= days[1]) state.span = days;
    state.undated = link.has("undated") ? link.get("undated") === "1" : state.span === null;
    state.grown = link.getAll("open").map((one) => number.get(one)).filter((id) => id !== undefined);
    const [, minus, column] = /^(-?)(\w+)$/.exec(link.get("sort") ?? "") ?? [];
    if (dragoman.records?.COLUMNS.includes(column)) state.sort = [column, minus ? -1 : 1];
    return state;
  };

  dragoman.state = { FURTHEST, initial, filtering, write, read, none };
}

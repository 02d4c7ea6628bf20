// From the data and what a reader has set to what is shown: pure functions, the same answer every time.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});
  const joined = new WeakMap();

  /** Returns for each node the edges that touch it, reckoned once. */
  const edgesOf = (graph) => {
    if (!joined.has(graph)) {
      const touching = graph.nodes.map(() => []);
      for (const edge of graph.edges) {
        touching[edge.from].push(edge);
        if (edge.to !== edge.from) touching[edge.to].push(edge);
      }
      joined.set(graph, touching);
    }
    return joined.get(graph);
  };

  const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);

  /** Returns how many steps each node is from `start` over the edges that `open` lets pass, as far as `hops`. */
  const within = (graph, start, hops, open = () => true) => {
    const far = new Map([[start, 0]]);
    for (const node of far.keys()) {
      if (far.get(node) >= hops) continue;
      for (const edge of edgesOf(graph)[node]) {
        const other = otherEnd(edge, node);
        if (!far.has(other) && open(edge)) far.set(other, far.get(node) + 1);
      }
    }
    return far;
  };

  /** Returns whether a happening lies within the days of `state`; the undated where they are asked for. */
  const timely = (happening, state) => {
    if (!happening.earliest) return state.undated;
    return !state.span || (happening.latest >= state.span[0] && happening.earliest <= state.span[1]);
  };

  /** Returns for each statement the questions at which it fails: none, where it is shown. */
  const failing = (graph, state) => {
    const { ASKED, keys } = dragoman.facets;
    const off = Object.fromEntries(ASKED.map((facet) => [facet, new Set(state.off[facet])]));
    const active = ASKED.filter((facet) => off[facet].size);
    return graph.statements.map((statement, i) => {
      const own = keys(graph)[i];
      const failed = active.filter((facet) => own[facet].length && own[facet].every((one) => off[facet].has(one)));
      if (statement.fact >= 0 && !timely(graph.happenings[statement.fact], state)) failed.push("time");
      return failed;
    });
  };

  /** Returns the nodes that are drawn at all: of a very large graph the central part, what grew and what was asked for. */
  const revealed = (graph, state) => {
    const open = new Set(graph.nodes.filter((node) => node.open !== false).map((node) => node.id));
    if (open.size === graph.nodes.length) return open;
    for (const node of state.grown) {
      open.add(node);
      for (const edge of edgesOf(graph)[node]) open.add(otherEnd(edge, node));
    }
    if (state.chosen && "node" in state.chosen) open.add(state.chosen.node);
    for (const node of state.path) if (node >= 0) open.add(node);
    return open;
  };

  /**
   * Returns what is shown: `nodes` and `edges` by number, `statements` and `happenings` by place, `counts` of the legend.
   *
   * An office is background: where time, status or topic are asked for it shows nobody by itself, but follows whoever holds it.
   */
  const shown = (graph, state, route = []) => {
    const failed = failing(graph, state);
    const passes = failed.map((one) => !one.length);
    const factual = state.span !== null || !state.undated || dragoman.facets.FACTUAL.some((facet) => state.off[facet].length > 0);
    const acts = graph.nodes.map((node) => node.statements.some((place) => passes[place] && graph.statements[place].fact >= 0));
    const held = new Set(graph.nodes.filter((node) => !factual || acts[node.id]).flatMap((node) => node.offices).filter((place) => passes[place]));
    const stated = graph.nodes.map((node) => !node.statements.length || acts[node.id] || node.statements.some((place) => held.has(place)));
    const off = new Set(state.off.family);
    const kept = (node) => stated[node] && !off.has(graph.nodes[node].group);
    const lets = (edge) => kept(edge.from) && kept(edge.to) && edge.statements.some((place) => passes[place]);

    let visible = revealed(graph, state);
    for (const edge of route) visible.add(graph.edges[edge].from).add(graph.edges[edge].to);
    if (state.focus >= 0) visible = new Set(within(graph, state.focus, state.hops, lets).keys());
    const nodes = new Set([...visible].filter((node) => kept(node) || node === state.focus));
    const edges = new Set(graph.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to) && lets(edge)).map((edge) => edge.id));

    const drawn = new Set([...edges].flatMap((edge) => graph.edges[edge].statements));
    const own = new Set([...nodes].flatMap((node) => graph.nodes[node].offices));
    const seen = (statement, place) => passes[place] && (drawn.has(place) || nodes.has(statement.happening) || (own.has(place) && held.has(place)));
    const statements = graph.statements.map((_, place) => place).filter((place) => seen(graph.statements[place], place));
    const happenings = new Set(statements.map((place) => graph.statements[place].fact).filter((fact) => fact >= 0));
    return { nodes, edges, statements, happenings, counts: counted(graph, failed, stated), lets };
  };

  /** Returns for each question how many facts each answer would show, whatever is set at that question itself. */
  const counted = (graph, failed, stated) => {
    const { FACETS, ASKED, keys } = dragoman.facets;
    const facts = Object.fromEntries(ASKED.map((facet) => [facet, new Map()]));
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    graph.statements.forEach((statement, place) => {
      if (failed[place].length > 1) return;
      for (const facet of ASKED) {
        if (failed[place].length && failed[place][0] !== facet) continue;
        for (const name of keys(graph)[place][facet]) {
          if (!facts[facet].has(name)) facts[facet].set(name, new Set());
          facts[facet].get(name).add(statement.fact >= 0 ? statement.fact : `office ${statement.office}`);
        }
      }
    });
    for (const facet of ASKED) for (const [name, those] of facts[facet]) counts[facet].set(name, those.size);
    graph.nodes.forEach((node) => {
      if (stated[node.id]) counts.family.set(node.group, (counts.family.get(node.group) ?? 0) + 1);
    });
    return counts;
  };

  /** Returns how many neighbours of `node` are not drawn, and would be if it grew. */
  const hiddenNeighbours = (graph, state, result, node) => {
    const open = revealed(graph, state);
    return new Set(edgesOf(graph)[node].filter(result.lets).map((edge) => otherEnd(edge, node)).filter((other) => !open.has(other))).size;
  };

  dragoman.shown = { edgesOf, otherEnd, within, failing, revealed, shown, hiddenNeighbours };
}

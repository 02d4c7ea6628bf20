// How two nodes are connected: the cheapest chain of edges, and others that share no node with it in between.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});
  const MOST = 3;
  const [STEP, DETOUR] = [1, 5]; // what joins almost everything says little, and is gone round where that takes a happening or two more
  const EVERYBODY = new Set(["country", "outlet", "place", "topic", "other"]);

  /** Returns the numbers of the edges from `begin` to `end`, in their order; nothing where nothing connects them. */
  const route = (graph, begin, end, open = () => true, barred = new Set()) => {
    const { edgesOf, otherEnd } = dragoman.shown;
    const came = new Map([[begin, { cost: 0, edge: -1, from: -1 }]]);
    const done = new Set();
    const waiting = Array.from({ length: DETOUR + 1 }, () => []); // by cost: no step costs more than a detour
    waiting[0].push(begin);
    for (let cost = 0, idle = 0; idle < waiting.length; cost += 1) {
      const now = waiting[cost % waiting.length].splice(0);
      idle = now.length ? 0 : idle + 1;
      for (const node of now) {
        if (done.has(node) || came.get(node).cost !== cost) continue;
        done.add(node);
        if (node === end) return back(came, end);
        for (const edge of edgesOf(graph)[node]) {
          const other = otherEnd(edge, node);
          if (done.has(other) || barred.has(other) || !open(edge)) continue;
          const next = cost + (other !== end && EVERYBODY.has(graph.nodes[other].group) ? DETOUR : STEP);
          if (came.has(other) && came.get(other).cost <= next) continue;
          came.set(other, { cost: next, edge: edge.id, from: node });
          waiting[next % waiting.length].push(other);
        }
      }
    }
    return null;
  };

  const back = (came, end) => {
    const edges = [];
    for (let at = end; came.get(at).from >= 0; at = came.get(at).from) edges.unshift(came.get(at).edge);
    return edges;
  };

  /** Returns up to three ways from `begin` to `end`, the shortest first; each goes through other nodes. */
  const routes = (graph, begin, end, open = () => true) => {
    const found = [];
    if (begin < 0 || end < 0 || begin === end) return found;
    const barred = new Set();
    while (found.length < MOST) {
      const next = route(graph, begin, end, open, barred);
      if (!next || found.some((one) => one.join() === next.join())) break;
      found.push(next);
      if (next.length === 1) break; // nothing lies in between that another way could avoid
      for (const edge of next) for (const node of [graph.edges[edge].from, graph.edges[edge].to]) if (node !== begin && node !== end) barred.add(node);
    }
    return found;
  };

  /** Returns a way in steps: edges that follow each other and rest on the same statement are told together. */
  const steps = (graph, begin, edges, passes = () => true) => {
    const { otherEnd } = dragoman.shown;
    const told = [];
    let at = begin;
    for (const id of edges) {
      const edge = graph.edges[id];
      const statements = edge.statements.filter(passes);
      const last = told.at(-1);
      const same = last ? last.statements.filter((one) => statements.includes(one)) : [];
      const hop = { edge: id, from: at, to: otherEnd(edge, at) };
      if (same.length) {
        last.hops.push(hop);
        last.statements = same;
      } else told.push({ hops: [hop], statements });
      at = hop.to;
    }
    return told;
  };

  dragoman.routes = { route, routes, steps };
}

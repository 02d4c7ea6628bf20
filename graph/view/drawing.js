// The picture: vis-network on the places that were reckoned beforehand; it opens still and stays so.
"use strict";
{
  const { text, theme } = globalThis.dragoman;
  const DASHES = { Conditional: [7, 5] };
  const FAINT = 0.16;
  const CLEAR = "rgba(0,0,0,0)";
  const MANY = 500; // from so many nodes on, edges speak only when they are chosen

  /** Draws `graph` in `place` and returns what the rest of the page may ask of the picture. */
  const draw = (place, graph, chosen) => {
    let colours = theme.colours();
    let hidden = () => false;
    let bright = null;
    let wasTall = place.clientHeight > place.clientWidth * 1.05;

    const tall = () => place.clientHeight > place.clientWidth * 1.05;
    const at = (node) => (wasTall ? node.tall : [node.x, node.y]);
    const words = (edge) => text.lines(text.named(edge.labels, graph.lang), 24, 2);

    /** Whether an edge's words find room between its ends and meet none of the nodes `near`. */
    const roomy = (edge, near) => {
      const [from, to] = [at(graph.nodes[edge.from]), at(graph.nodes[edge.to])];
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const half = 3.3 * Math.max(...words(edge).split("\n").map((line) => line.length));
      if (Math.abs(dx) < 2 * half + 40 && Math.abs(dy) < 90) return false;
      const bend = edge.smooth ? (edge.smooth.type === "curvedCW" ? 0.5 : -0.5) * edge.smooth.roundness : 0;
      const [x, y] = [(from[0] + to[0]) / 2 + bend * dy, (from[1] + to[1]) / 2 - bend * dx];
      return near.every((node) => {
        const [nx, ny] = at(node);
        const label = text.lines(text.named(node.labels, graph.lang)).split("\n");
        const wide = Math.max(node.size, 3.6 * Math.max(...label.map((line) => line.length)));
        return Math.abs(nx - x) > wide + half || y < ny - node.size - 8 || y > ny + node.size + 17 * label.length + 10;
      });
    };

    const nodeOf = (node) => ({
      id: node.id, shape: node.shape, group: node.group, size: node.size,
      label: text.lines(text.named(node.labels, graph.lang)),
      hidden: hidden(node),
      opacity: !bright || bright.nodes.has(node.id) ? 1 : FAINT,
      font: { color: !bright || bright.nodes.has(node.id) ? undefined : "transparent", strokeWidth: !bright || bright.nodes.has(node.id) ? 4 : 0 },
    });

    const edgeOf = (edge) => {
      const lit = !bright || bright.edges.has(edge.id);
      const spoken = bright ? lit && roomy(edge, graph.nodes.filter((node) => bright.nodes.has(node.id))) : !edge.quiet && graph.nodes.length < MANY && roomy(edge, graph.nodes);
      const deal = theme.STATUSES.includes(edge.status) && (graph.nodes[edge.from].group === "deal" || graph.nodes[edge.to].group === "deal");
      const colour = (deal && colours.status[edge.status]) || colours.edge;
      return {
        id: edge.id, from: edge.from, to: edge.to, smooth: edge.smooth,
        label: spoken || graph.nodes.length < MANY ? words(edge) : " ", // vis-network keeps a label that is taken away
        dashes: DASHES[edge.certainty] ?? (edge.status === "Cancelled" ? [2, 4] : false),
        color: { color: colour, highlight: colours.accent, hover: colours.accent, opacity: (edge.certainty === "Denied" ? 0.35 : 1) * (lit ? 1 : FAINT) },
        width: bright && lit ? 2.2 : deal ? 1.8 : 1.2,
        font: { color: spoken ? colours.muted : CLEAR, face: colours.sans, background: spoken ? colours.ground : CLEAR, strokeWidth: 0, size: 12, align: "horizontal", vadjust: 0 },
        hidden: hidden(graph.nodes[edge.from]) || hidden(graph.nodes[edge.to]) || hidden(edge),
      };
    };

    const placed = () => graph.nodes.map((node) => ({ id: node.id, x: at(node)[0], y: at(node)[1] }));

    const nodes = new vis.DataSet(graph.nodes.map((node, i) => ({ ...nodeOf(node), ...placed()[i] })));
    const edges = new vis.DataSet(graph.edges.map(edgeOf));
    const network = new vis.Network(place, { nodes, edges }, { ...graph.options, groups: theme.groups(colours, graph.nodes.length >= MANY) });

    const refresh = () => {
      nodes.update(graph.nodes.map(nodeOf));
      edges.update(graph.edges.map(edgeOf));
    };

    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const animation = () => (still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
    const fit = (only = undefined) => {
      network.fit({ ...(only && { nodes: only }), minZoomLevel: 0.02, maxZoomLevel: only ? 1.15 : 1.6 });
      const [scale, position] = [network.getScale() * 0.93, network.getViewPosition()]; // labels need some room at the border
      network.moveTo({ scale, position });
    };
    const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: animation() });

    /** Lights a node with its neighbours, an edge with its ends, or just the nodes and edges given; nothing lights everything. */
    const light = (what) => {
      bright = null;
      if (what && "edges" in what) bright = { edges: new Set(what.edges), nodes: new Set(what.nodes) };
      else if (what) {
        const touching = graph.edges.filter((edge) => ("node" in what ? edge.from === what.node || edge.to === what.node : edge.id === what.edge));
        bright = { edges: new Set(touching.map((edge) => edge.id)), nodes: new Set(touching.flatMap((edge) => [edge.from, edge.to])) };
        if ("node" in what) bright.nodes.add(what.node);
      }
      refresh();
      network.setSelection({ nodes: what && "node" in what ? [what.node] : [], edges: what && "edge" in what ? [what.edge] : [] }, { highlightEdges: false });
    };

    /** Brings what is lit into view. */
    const show = () => bright && fit([...bright.nodes]);

    network.on("click", ({ nodes: [node], edges: [edge] }) =>
      chosen(node !== undefined ? { node } : edge !== undefined ? { edge } : null),
    );
    network.on("hoverNode", () => place.classList.add("pointing"));
    network.on("blurNode", () => place.classList.remove("pointing"));
    network.on("hoverEdge", () => place.classList.add("pointing"));
    network.on("blurEdge", () => place.classList.remove("pointing"));

    new ResizeObserver(() => {
      if (wasTall === tall()) return;
      wasTall = tall();
      nodes.update(placed());
      refresh();
      fit();
    }).observe(place);

    theme.watch(() => {
      colours = theme.colours();
      network.setOptions({ groups: theme.groups(colours, graph.nodes.length >= MANY) });
      refresh();
    });

    /** Lets the nodes find places of their own, or stops them; returns whether they move. */
    const move = (moving) => {
      network.setOptions({ physics: moving && { enabled: true, solver: "forceAtlas2Based", stabilization: false } });
      return moving;
    };

    fit();
    return {
      network, fit, zoom, light, show, move, again: refresh,
      filter: (test) => {
        hidden = test;
        refresh();
      },
    };
  };

  globalThis.dragoman.draw = draw;
}

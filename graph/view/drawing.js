// The picture: vis-network on the places that were reckoned beforehand; it opens still and stays so.
"use strict";
{
  const { lettering, signs, theme } = globalThis.dragoman;
  const DASHES = { Conditional: [7, 5] };
  const FAINT = 0.14;
  const MARGIN = [140, 90]; // about the outermost nodes, for their names
  const MANY = 250; // from so many edges on, they are fainter on paper, where no line is thinner than a hair
  const ASIDE = [1200, 800]; // the size of an image of a picture that is not on the screen

  /** Draws `graph` in `place` and returns what the rest of the page may ask of the picture. */
  const draw = (place, graph, chosen) => {
    let colours = theme.colours();
    let hidden = () => false;
    let onPaper = false;
    let bright = null;
    let wasTall = place.clientHeight > place.clientWidth * 1.05;

    const tall = () => place.clientHeight > place.clientWidth * 1.05;
    const laid = (node) => (wasTall ? node.tall : [node.x, node.y]);
    const span = (axis) => {
      const [least, most] = graph.nodes.reduce(([a, b], node) => [Math.min(a, laid(node)[axis]), Math.max(b, laid(node)[axis])], [Infinity, -Infinity]);
      return most - least + MARGIN[axis];
    };

    /** Returns by how much the places are drawn apart, across and down, so that they fill the stage they have. */
    const stretched = () => {
      const wide = (place.clientWidth / Math.max(1, place.clientHeight)) * (span(1) / span(0));
      return [Math.min(1.7, Math.max(1, wide)), Math.min(1.7, Math.max(1, 1 / wide))];
    };
    let stretch = [1, 1];
    const at = (node) => laid(node).map((value, axis) => Math.round(value * stretch[axis]));

    const radiusOf = signs.radii(graph);
    let scaled = null; // while an image is painted, its scale
    let seen = graph.nodes.length;
    const extent = () => (place.clientWidth > 0 ? [place.clientWidth, place.clientHeight] : ASIDE);
    let between = null; // reckoned once, for it is asked for every node in every frame
    const apart = () => (between ??= Math.sqrt((extent()[0] * extent()[1]) / Math.max(1, seen)));

    const nodeOf = (node) => ({
      id: node.id, shape: "custom", size: node.size, hidden: hidden(node), color: { background: colours.of(node) },
      ctxRenderer: ({ ctx, x, y, state: { selected, hover } }) => {
        const scale = scaled ?? network.getScale();
        const radius = radiusOf(node, scale, apart());
        const drawNode = () => {
          ctx.save();
          ctx.translate(x, y);
          signs.paint(ctx, node, {
            radius, small: radius * scale < 5, colour: colours.of(node), ground: colours.ground, ink: colours.ink, accent: colours.accent,
            faint: !bright || bright.nodes.has(node.id) ? 1 : FAINT, chosen: selected, pointed: hover,
          });
          ctx.restore();
        };
        const reach = 2.3 * Math.max(radius, 3.6 / scale); // small ones can be hit all the same
        return { drawNode, nodeDimensions: { width: reach, height: reach } };
      },
    });

    const edgeOf = (edge) => {
      const lit = !bright || bright.edges.has(edge.id);
      const colour = (edge.deal && colours.status[edge.status]) || colours.edge;
      return {
        id: edge.id, from: edge.from, to: edge.to, smooth: edge.smooth,
        dashes: DASHES[edge.certainty] ?? (edge.deal && edge.status === "Cancelled" ? [2, 4] : false),
        color: { color: colour, highlight: colours.accent, hover: colours.accent, opacity: (edge.certainty === "Denied" ? 0.4 : 1) * (lit ? 1 : FAINT) * (onPaper && graph.edges.length > MANY ? 0.45 : 1) },
        width: (edge.deal ? 2.2 : 1.2) + (bright && lit ? 0.9 : 0),
        hidden: hidden(graph.nodes[edge.from]) || hidden(graph.nodes[edge.to]) || hidden(edge),
      };
    };

    const placed = () => {
      stretch = stretched();
      return graph.nodes.map((node) => ({ id: node.id, x: at(node)[0], y: at(node)[1] }));
    };

    const first = placed();
    const nodes = new vis.DataSet(graph.nodes.map((node, i) => ({ ...nodeOf(node), ...first[i] })));
    const edges = new vis.DataSet(graph.edges.map(edgeOf));
    const looks = new WeakMap([...graph.nodes, ...graph.edges].map((item) => [item, "true true"]));
    const network = new vis.Network(place, { nodes, edges }, graph.options);
    /** Returns the boxes, on the stage, of what lies over it. */
    const kept = (aside) => {
      if (aside) return []; // nothing lies over an image
      const stage = place.getBoundingClientRect();
      const over = [...document.querySelectorAll(".zoom, .status > *")].map((one) => one.getBoundingClientRect()).filter((box) => box.width);
      return over.map((box) => [box.left - stage.left, box.top - stage.top, box.right - stage.left, box.bottom - stage.top]);
    };
    const write = lettering.lettering(network, graph, () => ({ colours, bright, lang: graph.lang, kept, shown: (item) => !hidden(item), radius: (node, scale) => radiusOf(node, scale, apart()) }));
    network.on("afterDrawing", write);

    /** Whether `item` is to look otherwise than it was last drawn. */
    const differs = (item, lit) => {
      const look = `${!hidden(item)} ${lit}`;
      const differing = looks.get(item) !== look;
      looks.set(item, look);
      return differing;
    };

    /** Draws anew what looks otherwise than before, or everything. */
    const refresh = (everything = false) => {
      nodes.update(graph.nodes.filter((node) => differs(node, true) || everything).map(nodeOf));
      edges.update(graph.edges.filter((edge) => differs(edge, !bright || (bright.edges.has(edge.id) && "bright")) || everything).map(edgeOf));
      network.body.emitter.emit("_requestRedraw");
    };

    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const animation = () => (still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
    const fit = (only = undefined) => {
      network.fit({ ...(only && { nodes: only }), minZoomLevel: 0.02, maxZoomLevel: only ? 1.15 : 1.6 });
      const [scale, position] = [network.getScale() * 0.93, network.getViewPosition()]; // labels need some room at the border
      network.moveTo({ scale, position });
    };
    const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: animation() });

    /** Lights a node with its neighbours (with `all`, everything), an edge with its ends, or just the nodes and edges given;
     * nothing lights everything. */
    const light = (what) => {
      bright = null;
      if (what?.all) bright = null;
      else if (what && "edges" in what) bright = { edges: new Set(what.edges), nodes: new Set(what.nodes) };
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

    let touched = false; // whoever has moved the picture keeps what is in view
    for (const event of ["dragStart", "zoom"]) network.on(event, () => { touched = true; });

    new ResizeObserver(() => {
      between = null;
      if (!place.clientWidth) return; // while the table is read there is no room, and none is asked for
      const turned = wasTall !== tall();
      wasTall = tall();
      const drift = stretched().map((now, axis) => Math.abs(now / stretch[axis] - 1));
      if (!turned && (touched || Math.max(...drift) < 0.04)) return;
      nodes.update(placed());
      refresh(true);
      if (bright) show();
      else fit();
    }).observe(place);

    theme.watch(({ media, matches }) => {
      colours = theme.colours();
      if (media === "print") onPaper = matches;
      refresh(true);
      if (media !== "print") return;
      network.redraw(); // at once: paper waits for nobody
      if (!touched) fit();
      network.redraw();
    });

    /** Lets the nodes find places of their own, or stops them; returns whether they move. */
    const move = (moving) => {
      network.setOptions({ physics: moving && { enabled: true, solver: "forceAtlas2Based", stabilization: false } });
      return moving;
    };

    /** Returns what is in view or, where the picture is not on the screen, all that is shown, painted on a canvas of its own
     * with `density` pixels for each one of the screen. */
    const paint = (density) => {
      const onScreen = place.clientWidth > 0;
      const [wide, high] = extent();
      const { nodeIndices, edgeIndices } = network.body;
      const spots = Object.values(network.getPositions(nodeIndices));
      const ends = (axis) => [Math.min(...spots.map((spot) => spot[axis])), Math.max(...spots.map((spot) => spot[axis]))];
      const [[left, right], [top, bottom]] = [ends("x"), ends("y")];
      const middle = onScreen ? network.getViewPosition() : { x: (left + right) / 2, y: (top + bottom) / 2 };
      const scale = onScreen ? network.getScale() : Math.min(1.6, wide / (right - left + 2 * MARGIN[0]), high / (bottom - top + 2 * MARGIN[1]));
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: Math.round(wide * density), height: Math.round(high * density) });
      const pen = canvas.getContext("2d");
      pen.setTransform(density * scale, 0, 0, density * scale, density * (wide / 2 - middle.x * scale), density * (high / 2 - middle.y * scale));
      [scaled, between] = [scale, null];
      for (const edge of edgeIndices) network.body.edges[edge].draw(pen);
      for (const edge of edgeIndices) network.body.edges[edge].drawArrows(pen);
      for (const node of nodeIndices) network.body.nodes[node].draw(pen);
      [scaled, between] = [null, null];
      write(pen, scale, true);
      return canvas;
    };

    fit();
    return {
      network, fit, zoom, light, show, move, paint, again: () => refresh(true),
      /** Takes what is to be hidden; `light` shows it. */
      filter: (test) => {
        hidden = test;
        seen = graph.nodes.filter((node) => !test(node)).length;
        between = null;
      },
    };
  };

  globalThis.dragoman.draw = draw;
}

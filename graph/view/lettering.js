// The words in the picture: written after it is drawn, in letters of one size however far it is zoomed, the weightiest
// first, and none where it would cover another or a node. Zooming in makes room for more.
"use strict";
{
  const { signs, text } = globalThis.dragoman;
  const CELL = 64;
  const GAP = 3;
  const LEADING = 1.18;
  const FEW = 500; // up to so many nodes, words keep clear of every node
  const ROOM = 9000; // beyond, a name is written for every so many square pixels

  const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

  /** Returns boxes that can be asked whether another one would touch any of them. */
  const boxes = () => {
    const cells = new Map();
    const each = ([left, top, right, bottom], see) => {
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
        for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) if (see(`${x} ${y}`)) return true;
      return false;
    };
    return {
      add: (box, owner) =>
        each(box, (key) => {
          if (cells.has(key)) cells.get(key).push([box, owner]);
          else cells.set(key, [[box, owner]]);
          return false;
        }),
      free: (box, owner) =>
        !each(box, (key) =>
          (cells.get(key) ?? []).some(([other, whose]) => whose !== owner && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]),
        ),
    };
  };

  /** Returns the boxes that a block of `width` by `height` may take about a node, the best first. */
  const spots = (x, y, radius, width, height) => {
    const near = radius * 1.1 + 4;
    return [
      [x, y + near + height / 2],
      [x, y - near - height / 2],
      [x + near + 3 + width / 2, y],
      [x - near - 3 - width / 2, y],
    ];
  };

  /** Returns a function that writes the words of `graph` on a canvas that `network` has just drawn.
   *
   * `state` says, whenever it is asked, what the page shows: `colours`, `lang`, `bright` and `hidden` of what is drawn. */
  const lettering = (network, graph, state) => {
    const order = graph.nodes.map((node) => node.id).sort((a, b) => rank(graph.nodes[b]) - rank(graph.nodes[a]) || a - b);
    const heaviest = Math.max(...graph.nodes.filter((node) => node.group === "country").map((node) => node.weight), 0);
    const widths = new Map();
    const blocks = new Map();

    const measured = (ctx, line, font) => {
      const key = font + line;
      if (!widths.has(key)) {
        ctx.font = font;
        widths.set(key, ctx.measureText(line).width);
      }
      return widths.get(key);
    };
    const broken = (label, width, most) => {
      const key = `${width} ${label}`;
      if (!blocks.has(key)) blocks.set(key, text.lines(label, width, most).split("\n").filter(Boolean));
      return blocks.get(key);
    };
    const block = (ctx, lines, px, face) => {
      const font = `${face.weight} ${px}px ${face.family}`;
      return { lines, font, px, width: Math.max(0, ...lines.map((line) => measured(ctx, line, font))), height: lines.length * px * LEADING };
    };

    const write = (ctx, made, x, y, colour, halo, struck) => {
      ctx.font = made.font;
      ctx.direction = RIGHT_TO_LEFT.test(made.lines[0].match(/\p{L}/u)?.[0] ?? "") ? "rtl" : "ltr"; // each label by its own letters
      made.lines.forEach((line, i) => {
        const at = y + (i - (made.lines.length - 1) / 2) * made.px * LEADING;
        ctx.lineWidth = 4;
        ctx.strokeStyle = halo;
        ctx.strokeText(line, x, at);
        ctx.fillStyle = colour;
        ctx.fillText(line, x, at);
        if (struck) {
          const half = measured(ctx, line, made.font) / 2;
          ctx.fillRect(x - half, at - 0.5, 2 * half, 1.3);
        }
      });
    };

    return (ctx) => {
      const { colours, lang, bright, shown } = state();
      const scale = network.getScale();
      const matrix = ctx.getTransform();
      const ratio = matrix.a / scale;
      const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
      const taken = boxes();
      ctx.save();
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      Object.assign(ctx, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });

      const visible = [];
      for (const id of order) {
        const node = graph.nodes[id];
        if (!shown(node)) continue;
        const { x, y } = network.canvasToDOM(network.body.nodes[id]);
        if (x < -80 || y < -60 || x > wide + 80 || y > high + 60) continue;
        const radius = signs.radius(node, scale) * scale;
        visible.push([node, x, y, radius]);
        if (order.length < FEW) taken.add([x - radius, y - radius, x + radius, y + radius], id);
      }
      const chosen = new Set(network.getSelectedNodes()); // ringed, so their names stand a little further off
      const lit = (node) => !bright || bright.nodes.has(node.id);
      let left = order.length < FEW || bright ? Infinity : Math.ceil((wide * high) / ROOM);
      const grown = Math.min(1.2, Math.max(0.92, scale));
      for (const [node, x, y, radius] of bright ? visible.filter(([node]) => lit(node)) : visible) {
        if (left === 0) break;
        const country = node.group === "country" && 4 * node.weight > heaviest;
        const quiet = node.group === "topic" || node.group === "place";
        const face = { weight: country ? 650 : bright && bright.nodes.size < 60 ? 500 : 400, family: colours.sans };
        const made = block(ctx, broken(text.named(node.labels, lang), 22, 3), (country ? 16 : quiet ? 12 : 13) * grown, face);
        if (!made.lines.length) continue;
        for (const [spot, cy] of spots(x, y, radius + (chosen.has(node.id) ? 6 : 0), made.width, made.height)) {
          const half = made.width / 2 + GAP + 2;
          const cx = x > 0 && x < wide && Math.abs(spot - x) < 1 ? Math.min(Math.max(spot, half), wide - half) : spot;
          const box = [cx - made.width / 2 - GAP, cy - made.height / 2, cx + made.width / 2 + GAP, cy + made.height / 2];
          if (box[0] < 2 || box[2] > wide - 2 || box[1] < 2 || box[3] > high - 2) continue;
          if (!taken.free(box, node.id)) continue;
          taken.add(box, -1);
          left -= 1;
          write(ctx, made, cx, cy, quiet ? colours.muted : colours.ink, colours.ground, node.status === "Cancelled");
          break;
        }
      }

      const near = scale > 1.25;
      const face = { weight: 400, family: colours.sans };
      for (const edge of graph.edges) {
        if (bright ? !bright.edges.has(edge.id) : !near && (edge.quiet || order.length >= FEW)) continue;
        if (!shown(edge) || !shown(graph.nodes[edge.from]) || !shown(graph.nodes[edge.to])) continue;
        const drawn = network.body.edges[edge.id]?.edgeType;
        if (!drawn) continue;
        const made = block(ctx, broken(text.named(edge.labels, lang), 24, 2), 11.5 * grown, face);
        for (const part of [0.5, 0.42, 0.58, 0.34, 0.66]) {
          const { x, y } = network.canvasToDOM(drawn.getPoint(part));
          const box = [x - made.width / 2 - GAP, y - made.height / 2 - 1, x + made.width / 2 + GAP, y + made.height / 2 + 1];
          if (box[0] < 0 || box[2] > wide || box[1] < 0 || box[3] > high || !taken.free(box, -2)) continue;
          taken.add(box, -1);
          write(ctx, made, x, y, bright ? colours.ink : colours.muted, colours.ground, edge.status === "Cancelled" && edge.deal);
          break;
        }
      }
      ctx.restore();
    };
  };

  /** Returns how early a node's name is to be written: countries first, then by what is stated of it. */
  const rank = (node) => (({ country: 1e6, topic: -1e3, place: -1e3 })[node.group] ?? 0) + node.weight;

  globalThis.dragoman.lettering = { lettering, boxes, spots };
}

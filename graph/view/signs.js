// The shapes: one outline for each class, which the legend shows and the picture paints, so that both are always alike.
"use strict";
{
  const SVG = "http://www.w3.org/2000/svg";
  const circle = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

  /** Outlines in a box of 16 by 16; what lies within twice is left open. */
  const PATHS = {
    globe: circle(8, 8, 7.4) + circle(8, 8, 6.1) + circle(8, 8, 4.9),
    person: circle(8, 4.5, 3.3) + "M1.7 14.9c0-4.2 2.6-6.4 6.3-6.4s6.3 2.2 6.3 6.4z",
    columns: "M8 1l6.9 4v1.6H1.1V5zM2.6 7.5h2.5v4.6H2.6zM6.75 7.5h2.5v4.6h-2.5zM10.9 7.5h2.5v4.6h-2.5zM1.1 13h13.8v2H1.1z",
    factory: "M1.2 14.8V6.2l4.4 2.7V6.2l4.4 2.7V1.4h4.8v13.4zM4 11h2v2H4zM8.2 11h2v2h-2z",
    bubble: "M2.4 1.6h11.2a1.5 1.5 0 0 1 1.5 1.5v7.2a1.5 1.5 0 0 1-1.5 1.5H8.2l-4 3.4v-3.4H2.4a1.5 1.5 0 0 1-1.5-1.5V3.1a1.5 1.5 0 0 1 1.5-1.5zM3.6 4.3h8.8v1.4H3.6zM3.6 7.5h6v1.4h-6z",
    diamond: "M8 .6l7.4 7.4L8 15.4.6 8z",
    page: "M2.8 .8h6.8l3.8 3.8v10.6H2.8zM4.9 7h6.2v1.4H4.9zM4.9 10.3h6.2v1.4H4.9z",
    hexagon: "M4.1 1.3h7.8L15.7 8l-3.8 6.7H4.1L.3 8z",
    rings: circle(5.5, 8, 5) + circle(10.5, 8, 5),
    pin: "M8 .6a5.6 5.6 0 0 1 5.6 5.6c0 3.9-5.6 9.2-5.6 9.2S2.4 10.1 2.4 6.2A5.6 5.6 0 0 1 8 .6z" + circle(8, 6.2, 2.1),
    tag: "M1 8.4V2.6A1.6 1.6 0 0 1 2.6 1h5.8l6.2 6.2a1.6 1.6 0 0 1 0 2.3l-5.1 5.1a1.6 1.6 0 0 1-2.3 0z" + circle(4.6, 4.6, 1.4),
    block: "M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z",
    line: "M1 8h14",
  };
  /** Classes that are background wherever there are many nodes, however often they are named. */
  const SLIGHT = { topic: 0.5, place: 0.5, outlet: 0.6 };
  const outlines = Object.fromEntries(Object.entries(PATHS).map(([name, path]) => [name, new Path2D(path)]));

  /** Returns an SVG element with attributes and children. */
  const svg = (name, attributes = {}, ...children) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  /** Returns the outline of a shape, sixteen units wide. */
  const outline = (shape) => svg("path", { d: PATHS[shape] ?? PATHS.block, "fill-rule": "evenodd" });

  /** Returns the sign of a shape as the picture draws it, in the colour that `className` gives it. */
  const sign = (shape, className) => svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: `sign ${className}` }, outline(shape));

  /** Returns what says how large each node of `graph` is painted at a scale, in the picture's own measure: never too small to
   * be seen and, where there are many, so that what most is stated of is seen first; `apart` is how many pixels lie between
   * two nodes when all are shown. */
  const radii = (graph) => {
    const most = (is) => Math.max(1, ...graph.nodes.filter((node) => (node.group === "country") === is).map((node) => node.weight));
    const heaviest = { true: most(true), false: most(false) };
    const share = graph.nodes.map((node) => Math.sqrt(node.weight / heaviest[node.group === "country"]) * (SLIGHT[node.group] ?? 1));
    return (node, scale, apart) => {
      const least = Math.min(7, Math.max(3, 0.18 * apart));
      const times = node.group === "country" ? 1 + 1.8 * share[node.id] : 0.6 + 1.5 * share[node.id] ** 1.5;
      return Math.max(node.size, (least * times) / scale);
    };
  };

  const ring = (ctx, around, width, colour, dashes = []) => {
    ctx.beginPath();
    ctx.arc(0, 0, around, 0, 2 * Math.PI);
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    ctx.setLineDash(dashes);
    ctx.stroke();
    ctx.setLineDash([]);
  };

  /** Paints a node about (0, 0): its sign on a little ground of its own, ringed where it is chosen or uncertain, struck
   * out where it is cancelled. */
  const paint = (ctx, node, look) => {
    const size = look.radius;
    if (!look.small) {
      ctx.globalAlpha = look.faint;
      ctx.beginPath();
      ctx.arc(0, 0, size * 1.1 + 1.5, 0, 2 * Math.PI);
      ctx.fillStyle = look.ground;
      ctx.fill();
    }
    ctx.globalAlpha = look.faint * (node.certainty === "Denied" ? 0.45 : 1);
    ctx.save();
    ctx.scale(size / 8, size / 8);
    ctx.translate(-8, -8);
    ctx.fillStyle = look.colour;
    ctx.fill(outlines[node.shape] ?? outlines.block, "evenodd");
    ctx.restore();
    if (node.certainty === "Conditional") ring(ctx, size * 1.28, 1.6, look.colour, [4, 3]);
    if (node.status === "Cancelled") {
      for (const [width, colour] of [[5, look.ground], [2, look.ink]]) {
        ctx.beginPath();
        ctx.moveTo(-size * 1.25, size * 0.8);
        ctx.lineTo(size * 1.25, -size * 0.8);
        ctx.lineWidth = width;
        ctx.strokeStyle = colour;
        ctx.stroke();
      }
    }
    ctx.globalAlpha = 1;
    if (look.chosen) ring(ctx, size * 1.2 + 4, 3, look.accent);
    else if (look.pointed) ring(ctx, size * 1.2 + 4, 1.5, look.accent);
  };

  globalThis.dragoman.signs = { svg, outline, sign, radii, paint };
}

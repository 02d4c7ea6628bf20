// The signs of shapes and lines, as the picture draws them, for legend, panel, search and timeline.
"use strict";
{
  const SVG = "http://www.w3.org/2000/svg";
  const PATHS = {
    dot: "M8 3a5 5 0 1 0 0.01 0z",
    square: "M3.5 3.5h9v9h-9z",
    diamond: "M8 2l6 6-6 6-6-6z",
    triangle: "M8 2.5l6 10.5h-12z",
    triangleDown: "M8 13.5l6-10.5h-12z",
    hexagon: "M5 3h6l3.2 5-3.2 5h-6l-3.2-5z",
    star: "M8 1.5l1.9 4.3 4.6.4-3.5 3.1 1 4.6-4-2.4-4 2.4 1-4.6-3.5-3.1 4.6-.4z",
    line: "M1 8h14",
  };

  /** Returns an SVG element with attributes and children. */
  const svg = (name, attributes = {}, ...children) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  /** Returns the outline of a shape, sixteen units wide. */
  const outline = (shape) => svg("path", { d: PATHS[shape] ?? PATHS.dot });

  /** Returns the sign of a shape in the colour that `className` gives it. */
  const sign = (shape, className) => svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: `sign ${className}` }, outline(shape));

  globalThis.dragoman.signs = { svg, outline, sign };
}

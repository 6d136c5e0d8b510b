// Draws LINE's Flex messages: the sizes and defaults are those of LINE's documentation.

import { element, link, openable, tappable } from "./elements.js";

const STEPS = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const FONTS = {
  xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, "3xl": 35, "4xl": 48, "5xl": 74,
};
const IMAGES = {
  xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, "3xl": 180, "4xl": 200, "5xl": 220,
};
const BORDERS = { none: 0, light: 0.5, normal: 1, medium: 2, "semi-bold": 3, bold: 4 };
const ALIGN = { start: "left", end: "right", center: "center" };
const GRAVITY = { top: "flex-start", bottom: "flex-end", center: "center" };
const BLOCKS = ["header", "hero", "body", "footer"];

const length = (value, steps = STEPS) => (value in steps ? `${steps[value]}px` : value);

export function flexMessage(message, onTap) {
  const contents = message.contents;
  if (contents.type !== "carousel") return bubble(contents, onTap);
  const row = element("div", {
    className: "carousel", tabindex: "0", role: "group",
    "aria-label": `${contents.contents.length}枚のカード(横に動かせます)`,
  }, contents.contents.map((card) => bubble(card, onTap)));
  const step = (direction) => row.scrollBy({ left: direction * 280, behavior: "smooth" });
  const arrows = [[-1, "‹", "前のカード"], [1, "›", "次のカード"]].map(([direction, sign, label]) => {
    const arrow = element("button", {
      className: `arrow ${direction < 0 ? "back" : "forth"}`, type: "button", text: sign, "aria-label": label,
    });
    arrow.addEventListener("click", () => step(direction));
    return arrow;
  });
  return element("div", { className: "carousel-frame" }, [row, ...arrows]);
}

function bubble(contents, onTap) {
  const card = element("article", { className: `bubble ${contents.size || "mega"}` });
  card.dir = contents.direction || "ltr";
  for (const name of BLOCKS) {
    if (!contents[name]) continue;
    const block = element("div", { className: `block ${name}` });
    const style = contents.styles?.[name] || {};
    if (style.backgroundColor) block.style.backgroundColor = style.backgroundColor;
    if (style.separator) block.style.borderTop = `1px solid ${style.separatorColor || "#d4d6da"}`;
    const padded = Object.keys(contents[name]).some((key) => key.startsWith("padding"));
    if (padded || name === "hero") block.classList.add("bare");
    block.append(component(contents[name], { layout: "vertical", onTap }));
    card.append(block);
  }
  if (contents.action) tappable(card, contents.action, onTap);
  return card;
}

const DRAW = { box, text, button, separator, image, icon, filler, video };

function component(part, around) {
  const draw = DRAW[part.type];
  if (!draw) return element("span");
  const drawn = draw(part, around);
  place(drawn, part, around);
  if (part.action && part.type !== "button") tappable(drawn, part.action, around.onTap);
  return drawn;
}

/** What a component's parent decides: its share of the room, margin, offsets. */
function place(drawn, part, { layout, margin }) {
  const across = layout !== "vertical";
  const share = part.flex ?? (across && !["icon", "separator"].includes(part.type) ? 1 : 0);
  const grows = share > 0 || part.type === "filler";
  drawn.style.flex = grows ? `${share || 1} ${across ? "1 0" : "0 auto"}` : "0 0 auto";
  if (part.width) drawn.style.flex = "0 0 auto";
  const gap = part.margin ?? margin;
  if (gap) drawn.style[across ? "marginInlineStart" : "marginTop"] = length(gap);
  if (part.gravity) drawn.style.alignSelf = GRAVITY[part.gravity];
  if (part.position === "absolute") drawn.style.position = "absolute";
  const offsets = { offsetTop: "top", offsetBottom: "bottom", offsetStart: "insetInlineStart", offsetEnd: "insetInlineEnd" };
  for (const [key, side] of Object.entries(offsets)) {
    if (part[key]) drawn.style[side] = length(part[key]);
  }
}

function box(part, { onTap }) {
  const drawn = element("div", { className: `box ${part.layout}` });
  part.contents.forEach((child, order) => {
    const margin = order > 0 ? part.spacing : undefined;
    drawn.append(component(child, { layout: part.layout, margin, onTap }));
  });
  const paddings = { paddingAll: "padding", paddingTop: "paddingTop", paddingBottom: "paddingBottom", paddingStart: "paddingInlineStart", paddingEnd: "paddingInlineEnd" };
  for (const [key, side] of Object.entries(paddings)) {
    if (part[key]) drawn.style[side] = length(part[key]);
  }
  for (const key of ["width", "maxWidth", "height", "maxHeight", "justifyContent", "alignItems", "backgroundColor", "borderColor"]) {
    if (part[key]) drawn.style[key] = part[key];
  }
  if (part.cornerRadius) drawn.style.borderRadius = length(part.cornerRadius);
  if (part.borderWidth || part.borderColor) drawn.style.borderWidth = length(part.borderWidth || "normal", BORDERS);
  if (part.background) drawn.style.background = gradient(part.background);
  return drawn;
}

const gradient = ({ angle, startColor, centerColor, centerPosition, endColor }) =>
  `linear-gradient(${[angle, startColor, centerColor && `${centerColor} ${centerPosition || "50%"}`, endColor].filter(Boolean).join(", ")})`;

function text(part) {
  const drawn = element("p", { className: part.wrap ? "text wrap" : "text" });
  const spans = part.contents;
  if (spans) drawn.append(...spans.map((span) => dress(element("span", { text: span.text }), span)));
  else drawn.textContent = part.text;
  dress(drawn, { size: "md", ...part });
  if (part.align) drawn.style.textAlign = ALIGN[part.align];
  if (part.lineSpacing) drawn.style.lineHeight = `calc(1.4em + ${part.lineSpacing})`;
  if (part.maxLines && part.wrap) {
    drawn.classList.add("clamped");
    drawn.style.webkitLineClamp = part.maxLines;
  }
  return drawn;
}

function dress(drawn, { size, color, weight, style, decoration }) {
  if (size) drawn.style.fontSize = length(size, FONTS);
  if (color) drawn.style.color = color;
  if (weight === "bold") drawn.style.fontWeight = "700";
  if (style === "italic") drawn.style.fontStyle = "italic";
  if (decoration) drawn.style.textDecoration = decoration;
  return drawn;
}

function button(part, { onTap }) {
  const { action, style = "link", height = "md", color } = part;
  const className = `button ${style} ${height}`;
  const drawn = action.type === "uri"
    ? link(action.uri, { className, text: action.label })
    : element("button", { className, type: "button", text: action.label });
  if (action.type !== "uri") drawn.addEventListener("click", (event) => { event.stopPropagation(); onTap(action); });
  if (color) drawn.style[style === "link" ? "color" : "backgroundColor"] = color;
  return drawn;
}

function separator(part, { layout }) {
  const drawn = element("div", { className: layout === "vertical" ? "rule" : "rule upright", role: "separator" });
  if (part.color) drawn.style.backgroundColor = part.color;
  return drawn;
}

function filler() {
  return element("div", { className: "filler" });
}

/** Pictures of other hosts stay out, because the page loads nothing from outside. */
function picture(url, label) {
  const local = openable(url) && new URL(url).origin === location.origin;
  return local ? element("img", { src: url, alt: label }) : element("span", { className: "no-picture", role: "img", "aria-label": label });
}

function image(part) {
  const frame = element("div", { className: "image" }, [picture(part.url, "画像")]);
  const [width, height] = (part.aspectRatio || "1:1").split(":");
  frame.style.aspectRatio = `${width} / ${height}`;
  frame.style.width = part.size === "full" ? "100%" : length(part.size || "md", IMAGES);
  if (part.aspectMode === "cover") frame.classList.add("cover");
  if (part.align) frame.style.alignSelf = { start: "flex-start", end: "flex-end", center: "center" }[part.align];
  if (part.backgroundColor) frame.style.backgroundColor = part.backgroundColor;
  return frame;
}

function icon(part) {
  const drawn = element("span", { className: "icon" }, [picture(part.url, "アイコン")]);
  drawn.style.fontSize = length(part.size || "md", FONTS);
  return drawn;
}

function video(part, around) {
  return component(part.altContent, around);
}

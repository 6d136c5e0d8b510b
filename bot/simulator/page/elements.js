// Building DOM without markup: every text goes in through textContent, so that none of it can run.

const LINK = /https?:\/\/[^\s<>"'「」（）()、。]+/g;
const OPENABLE = new Set(["https:", "http:", "tel:", "mailto:", "line:"]);

export function element(tag, { className = "", text = "", ...attributes } = {}, children = []) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The address if a tap may open it, otherwise null. */
export function openable(uri) {
  try {
    return OPENABLE.has(new URL(uri).protocol) ? uri : null;
  } catch {
    return null;
  }
}

export function link(uri, { className = "", text = uri } = {}) {
  return element("a", {
    className, text, href: openable(uri) || "#", target: "_blank", rel: "noopener noreferrer",
  });
}

/** Text with its web addresses made into links. */
export function linkedText(text) {
  const parts = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    parts.append(text.slice(done, match.index), link(match[0]));
    done = match.index + match[0].length;
  }
  parts.append(text.slice(done));
  return parts;
}

/** Makes any element act as a button for an action, by pointer and by keyboard. */
export function tappable(target, action, onTap) {
  target.classList.add("tappable");
  target.setAttribute("role", action.type === "uri" ? "link" : "button");
  target.tabIndex = 0;
  if (action.label) target.setAttribute("aria-label", action.label);
  target.addEventListener("click", (event) => {
    event.stopPropagation();
    onTap(action);
  });
  target.addEventListener("keydown", (event) => {
    if (event.target !== target || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    onTap(action);
  });
}

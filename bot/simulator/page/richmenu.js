// The rich menu: a picture with tappable areas that folds away under its chat bar.

import { element, tappable } from "./elements.js";

const find = (id) => document.getElementById(id);

/** `perform(action)` does what an area asks for; `typing(is)` says whether one wants to write. */
export class RichMenu {
  constructor({ perform, typing }) {
    Object.assign(this, { perform, typing, menu: null });
    find("fold").addEventListener("click", () => this.fold(!find("richmenu").hidden));
    find("to-keyboard").addEventListener("click", () => this.type());
    find("to-menu").addEventListener("click", () => this.open());
  }

  /** Shows the menu the server names, or none. */
  show(menu) {
    if (menu?.richMenuId === this.menu?.richMenuId) return;
    const before = this.menu;
    this.menu = menu;
    find("to-menu").hidden = !menu;
    if (!menu) return this.type({ focus: false });
    find("fold-text").textContent = menu.chatBarText;
    this.draw(menu);
    const isOpen = before ? !find("richmenu").hidden : menu.selected;
    this.open();
    this.fold(!isOpen);
  }

  draw({ richMenuId, size, areas }) {
    const picture = element("img", { src: `chat/menus/${encodeURIComponent(richMenuId)}/picture`, alt: "" });
    find("richmenu").style.aspectRatio = `${size.width} / ${size.height}`;
    find("richmenu").replaceChildren(picture, ...areas.map((area) => this.area(area, size)));
  }

  area({ bounds, action }, size) {
    const drawn = element("div", { className: "area", "aria-label": action.text || action.displayText || action.data || action.uri });
    tappable(drawn, action, this.perform);
    const share = (part, whole) => `${(100 * part) / whole}%`;
    Object.assign(drawn.style, {
      left: share(bounds.x, size.width), top: share(bounds.y, size.height),
      width: share(bounds.width, size.width), height: share(bounds.height, size.height),
    });
    return drawn;
  }

  /** The menu instead of the keyboard. */
  open() {
    if (!this.menu) return;
    find("menubar").hidden = false;
    this.fold(false);
    this.typing(false);
  }

  fold(folded) {
    find("richmenu").hidden = folded;
    find("fold").setAttribute("aria-expanded", String(!folded));
  }

  /** The keyboard instead of the menu. */
  type({ focus = true } = {}) {
    find("menubar").hidden = true;
    find("richmenu").hidden = true;
    this.typing(true);
    if (focus) find("text").focus();
  }
}

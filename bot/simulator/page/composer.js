// The input bar: text that grows, Enter to send, and a tray of other things to send.

import { element } from "./elements.js";
import { STICKER_PACKAGE, STICKERS } from "./stickers.js";

const IME_KEY = 229; // what browsers report for keys that belong to an input method

export class Composer {
  constructor({ send, openPlaces, accountName }) {
    Object.assign(this, { send, accountName, editing: "" });
    this.text = document.getElementById("text");
    this.form = document.getElementById("composer");
    this.tray = document.getElementById("tray");
    this.attach = document.getElementById("attach");
    this.listen(openPlaces);
    this.grow();
  }

  listen(openPlaces) {
    this.text.addEventListener("input", () => this.grow());
    this.text.addEventListener("keydown", (event) => {
      const composing = event.isComposing || event.keyCode === IME_KEY;
      if (event.key !== "Enter" || event.shiftKey || composing) return;
      event.preventDefault();
      this.submit();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.attach.addEventListener("click", () => this.showTray(this.tray.hidden));
    document.getElementById("photo").addEventListener("click", () => this.sendOther("image"));
    document.getElementById("voice").addEventListener("click", () => this.sendOther("voice"));
    document.getElementById("mention").addEventListener("click", () => this.fill(`@${this.accountName} ${this.text.value}`));
    document.getElementById("place").addEventListener("click", () => { this.showTray(false); openPlaces(); });
    this.drawStickers();
  }

  async submit() {
    const text = this.text.value.trim();
    if (!text) return;
    const messageId = this.editing;
    this.editing = "";
    this.fill("");
    const sent = messageId ? this.send("edit", { messageId, text }) : this.send("text", { text });
    if (!(await sent)) this.fill(text);
  }

  /** The next text takes the place of that message. */
  edit(messageId, text) {
    this.editing = messageId;
    this.fill(text);
  }

  sendOther(name, body) {
    this.showTray(false);
    this.send(name, body);
  }

  fill(text) {
    this.text.value = text;
    this.grow();
    this.text.focus();
  }

  /** Another chat begins: nothing written for the last one is carried over. */
  clear() {
    this.editing = "";
    this.text.value = "";
    this.grow();
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
    this.text.style.overflowY = this.text.scrollHeight > this.text.clientHeight ? "auto" : "hidden";
    this.form.classList.toggle("ready", this.text.value.trim() !== "");
  }

  show(shown) {
    this.form.hidden = !shown;
    if (!shown) this.showTray(false);
    else this.grow();
  }

  enable(enabled, isGroup) {
    for (const control of this.form.elements) control.disabled = !enabled;
    document.getElementById("mention").hidden = !isGroup;
    if (!enabled) this.showTray(false);
  }

  showTray(shown) {
    this.tray.hidden = !shown;
    this.attach.setAttribute("aria-expanded", String(shown));
  }

  drawStickers() {
    for (const [stickerId, { face, name }] of Object.entries(STICKERS)) {
      const sticker = element("button", { type: "button", className: "sticker-choice", text: face, "aria-label": `スタンプ ${name}` });
      sticker.addEventListener("click", () => this.sendOther("sticker", { packageId: STICKER_PACKAGE, stickerId }));
      document.getElementById("stickers").append(sticker);
    }
  }
}
